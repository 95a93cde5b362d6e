"""What a handler asks the container for, by its parameter's name; ours already, so not validated again."""

from typing import Annotated, TypeAlias, TypeVar

from litestar import Litestar
from litestar.di import Dependency
from litestar.params import SkipValidationMarker
from litestar.routes import HTTPRoute

T = TypeVar("T")

Injected: TypeAlias = Annotated[T, Dependency(kind="named"), SkipValidationMarker()]


def resolved_in_turn(app: Litestar) -> Litestar:
    """
    Return the application, looking its handlers' dependencies up one after another.

    Litestar starts a task for each, which costs more than all of ours together: they are at hand and wait for nothing.
    """
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for _, model in route.route_handler_map.values():
                model.dependency_batches = [{dependency} for batch in model.dependency_batches for dependency in batch]
    return app
