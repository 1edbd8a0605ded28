import os

from dotenv import load_dotenv

load_dotenv()


class Config:
    SECRET_KEY = os.environ.get("SECRET_KEY", "dev")
    SCORES_PER_PAGE = 50


class ProductionConfig(Config):
    DATABASE_URL = os.environ["DATABASE_URL"]


class DevelopmentConfig(Config):
    DEBUG = True
    DATABASE_URL = os.environ.get("DEV_DATABASE_URL", "postgresql://localhost:5432/scores")


configs = {
    "production": ProductionConfig,
    "development": DevelopmentConfig,
}

# The server sets no FLASK_ENV, so production has to be the default.
config = configs.get(os.environ.get("FLASK_ENV"), ProductionConfig)
