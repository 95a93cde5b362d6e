"""PostgreSQL: the truth. One file of SQL an aggregate in `queries/`, one small repository class beside it."""
