import secrets

from flask import Flask, abort, jsonify, request
from peewee import JOIN, fn

from config import config
from models import Game, Player, Score, database

app = Flask(__name__)
app.config.from_object(config)


@app.before_request
def open_connection():
    database.connect(reuse_if_open=True)


@app.teardown_request
def close_connection(_error):
    if not database.is_closed():
        database.close()


@app.post("/games")
def create_game():
    names = request.json["players"]
    game = Game.create(token=secrets.token_urlsafe(8), title=request.json["title"])
    for name in names:
        Player.create(game=game, name=name)
    return jsonify(token=game.token), 201


@app.post("/games/<token>/scores")
def add_score(token):
    game = Game.get_or_none(Game.token == token) or abort(404)
    player = game.players.where(Player.name == request.json["player"]).get_or_none() or abort(404)
    Score.create(player=player, points=request.json["points"])
    return "", 204


@app.get("/games/<token>")
def show_game(token):
    game = Game.get_or_none(Game.token == token) or abort(404)
    total = fn.COALESCE(fn.SUM(Score.points), 0)
    board = (
        Player.select(Player.name, total.alias("points"))
        .join(Score, JOIN.LEFT_OUTER)
        .where(Player.game == game)
        .group_by(Player.id)
        .order_by(total.desc())
        .limit(app.config["SCORES_PER_PAGE"])
    )
    return jsonify(title=game.title, board=list(board.dicts()))


if __name__ == "__main__":
    app.run()
