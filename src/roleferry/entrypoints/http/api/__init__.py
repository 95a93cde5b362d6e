"""The API's resources: one module each, a controller and its Structs."""

from litestar.types import ControllerRouterHandler

from roleferry.entrypoints.http.api.job_preferences import JobPreferencesController
from roleferry.entrypoints.http.api.resume import ResumeController
from roleferry.entrypoints.http.api.tasks import TaskController

CONTROLLERS: tuple[ControllerRouterHandler, ...] = (
    JobPreferencesController,
    ResumeController,
    TaskController,
)
