from datetime import datetime, timezone

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, Model
from playhouse.db_url import connect

from config import config

database = connect(config.DATABASE_URL)


def now():
    return datetime.now(timezone.utc)


class BaseModel(Model):
    class Meta:
        database = database


class Game(BaseModel):
    """One scoreboard, found by the token in its link."""

    token = CharField(unique=True)
    title = CharField()
    created_at = DateTimeField(default=now)


class Player(BaseModel):
    game = ForeignKeyField(Game, backref="players")
    name = CharField()


class Score(BaseModel):
    player = ForeignKeyField(Player, backref="scores")
    points = IntegerField()
    created_at = DateTimeField(default=now)
