import os
from datetime import datetime, timezone

from dotenv import load_dotenv
from mongoengine import DateTimeField, Document, EmailField, ReferenceField, StringField, connect

load_dotenv()
connect(host=os.environ["MONGODB_URI"])


def now():
    return datetime.now(timezone.utc)


class Family(Document):
    # Not unique: two sign-ups at the same moment can both get through.
    email = EmailField(required=True)
    name = StringField(required=True)
    created_at = DateTimeField(default=now)


class Member(Document):
    family = ReferenceField(Family, required=True)
    name = StringField(required=True)


class Invitation(Document):
    family = ReferenceField(Family, required=True)
    sender = ReferenceField(Member, required=True)
    email = EmailField(required=True)
