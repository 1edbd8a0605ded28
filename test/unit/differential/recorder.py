"""Reads requests, one JSON line each. Runs a program once for each folder and environment that is asked for, and prints
the places that it would have connected to, one JSON line each. Every connection is refused by the client's own function, so nothing
is ever reached."""

import json
import os
import runpy
import sys

import mongoengine  # noqa: F401  what programs import is loaded once, before any of them runs
import peewee
import psycopg2
import pymongo
import sqlalchemy
from django.core import management  # noqa: F401
from psycopg2.extensions import make_dsn, parse_dsn

places = []
opened = []


def refuse(dsn=None, connection_factory=None, cursor_factory=None, **arguments):
    given = parse_dsn(make_dsn(dsn, **arguments))

    def filled(keyword, variable, otherwise):
        return given[keyword] if keyword in given else os.environ.get(variable, otherwise)

    port = filled("port", "PGPORT", "5432")
    places.append(
        {
            "host": filled("host", "PGHOST", "/var/run/postgresql"),
            "port": int(port),
            "database": filled("dbname", "PGDATABASE", None),
        }
    )
    raise psycopg2.OperationalError("nothing is reached")


def after(kind, remember):
    original = kind.__init__

    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        remember(self)

    kind.__init__ = __init__


def note_client(client):
    for host, port in client.topology_description.server_descriptions():
        places.append({"host": host, "port": port})


def noting(create):
    def create_noted(*arguments, **named):
        engine = create(*arguments, **named)
        opened.append(engine.connect)
        return engine

    return create_noted


psycopg2.connect = refuse
create_engine = sqlalchemy.create_engine
for module in (sqlalchemy, sqlalchemy.engine, sqlalchemy.engine.create):
    module.create_engine = noting(create_engine)
after(peewee.Database, lambda database: opened.append(database.connect))
after(pymongo.MongoClient, note_client)


def run(argv):
    sys.argv = argv[1:]
    sys.path.insert(0, os.getcwd())
    try:
        if argv[1] == "-m":
            sys.argv = argv[2:]
            runpy.run_module(argv[2], run_name="__main__", alter_sys=True)
        else:
            sys.path.insert(0, os.path.dirname(os.path.abspath(argv[1])))
            runpy.run_path(argv[1], run_name="__main__")
    except BaseException:
        pass
    for connect in opened:
        try:
            connect()
        except Exception:
            pass


def answer(out, argv, scenario):
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(scenario["cwd"])
        os.environ.clear()
        os.environ.update(scenario["env"])
        run(argv)
        os.write(out, (json.dumps(places) + "\n").encode())
        os._exit(0)
    os.waitpid(child, 0)


def main():
    out = os.dup(1)
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        for scenario in request["scenarios"]:
            answer(out, request["argv"], scenario)


main()
