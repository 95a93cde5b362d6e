"""The API's resources: one module each, a controller and its Structs."""

from litestar.types import ControllerRouterHandler

from roleferry.entrypoints.http.api.ai import AiController
from roleferry.entrypoints.http.api.applications import ApplicationController
from roleferry.entrypoints.http.api.companies import CompanyController
from roleferry.entrypoints.http.api.contacts import ContactController
from roleferry.entrypoints.http.api.job_preferences import JobPreferencesController
from roleferry.entrypoints.http.api.jobs import JobController
from roleferry.entrypoints.http.api.pain_points import PainPointController
from roleferry.entrypoints.http.api.resume import ResumeController
from roleferry.entrypoints.http.api.tasks import TaskController

CONTROLLERS: tuple[ControllerRouterHandler, ...] = (
    AiController,
    CompanyController,
    ContactController,
    ApplicationController,
    JobController,
    PainPointController,
    JobPreferencesController,
    ResumeController,
    TaskController,
)
