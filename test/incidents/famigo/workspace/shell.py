"""python shell.py: the models at a prompt, connected."""

import code

from models import Family, Invitation, Member

code.interact(
    banner=f"{Family.objects.count()} families. Family, Member and Invitation are imported.",
    local={"Family": Family, "Member": Member, "Invitation": Invitation},
    exitmsg="",
)
