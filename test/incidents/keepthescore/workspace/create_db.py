from peewee import PostgresqlDatabase

from models import Game, Player, Score


def database_model_create():
    """Start over with empty tables on my own machine."""
    # Only works on localhost, so this can never hurt the live scoreboards.
    local_db = PostgresqlDatabase("scores", host="localhost")
    local_db.drop_tables([Game, Player, Score])
    local_db.create_tables([Game, Player, Score])
    print("The local database is empty and ready.")


if __name__ == "__main__":
    database_model_create()
