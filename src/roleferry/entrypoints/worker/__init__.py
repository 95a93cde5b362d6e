"""The worker: looks into PostgreSQL for due work, and sooner when Redis rings."""
