"""The API's resources: one module each, a controller and its Structs."""

from litestar import Controller

from roleferry.entrypoints.http.api.ai import AiController
from roleferry.entrypoints.http.api.analytics import AnalyticsController
from roleferry.entrypoints.http.api.applications import ApplicationController
from roleferry.entrypoints.http.api.beta_feedback import BetaFeedbackController
from roleferry.entrypoints.http.api.campaign_run import CampaignRunController
from roleferry.entrypoints.http.api.campaigns import CampaignController
from roleferry.entrypoints.http.api.companies import CompanyController
from roleferry.entrypoints.http.api.contact_tasks import ContactTaskController
from roleferry.entrypoints.http.api.contacts import ContactController
from roleferry.entrypoints.http.api.costs import CostController
from roleferry.entrypoints.http.api.dead_letters import DeadLetterController
from roleferry.entrypoints.http.api.inboxes import InboxController
from roleferry.entrypoints.http.api.job_preferences import JobPreferencesController
from roleferry.entrypoints.http.api.job_tables import ApplicationTableController, JobTableController
from roleferry.entrypoints.http.api.jobs import JobController
from roleferry.entrypoints.http.api.leads import LeadController
from roleferry.entrypoints.http.api.mailbox_servers import MailboxServersController
from roleferry.entrypoints.http.api.mailboxes import MailboxController
from roleferry.entrypoints.http.api.me import MeController
from roleferry.entrypoints.http.api.notices import NoticeController
from roleferry.entrypoints.http.api.offers import ApplicationOfferController, OfferController
from roleferry.entrypoints.http.api.ops_dead_letters import OpsDeadLetterController
from roleferry.entrypoints.http.api.ops_events import OpsEventController
from roleferry.entrypoints.http.api.ops_sending import OpsSendingController
from roleferry.entrypoints.http.api.outreach import OutreachController
from roleferry.entrypoints.http.api.pain_points import PainPointController
from roleferry.entrypoints.http.api.people_tables import ContactTableController, LeadTableController
from roleferry.entrypoints.http.api.replies import ReplyController
from roleferry.entrypoints.http.api.resume import ResumeController
from roleferry.entrypoints.http.api.sequences import SequenceController, SequenceStepController
from roleferry.entrypoints.http.api.suppressions import SuppressionController
from roleferry.entrypoints.http.api.targets import TargetController
from roleferry.entrypoints.http.api.tasks import TaskController
from roleferry.entrypoints.http.api.warmup import WarmupController

CONTROLLERS: tuple[type[Controller], ...] = (
    NoticeController,
    BetaFeedbackController,
    CostController,
    ContactTaskController,
    LeadController,
    LeadTableController,
    ContactTableController,
    SuppressionController,
    MeController,
    TargetController,
    MailboxController,
    InboxController,
    WarmupController,
    MailboxServersController,
    AiController,
    AnalyticsController,
    CompanyController,
    ContactController,
    ApplicationController,
    JobController,
    JobTableController,
    ApplicationTableController,
    PainPointController,
    JobPreferencesController,
    ReplyController,
    ResumeController,
    ApplicationOfferController,
    OfferController,
    CampaignController,
    CampaignRunController,
    DeadLetterController,
    OpsDeadLetterController,
    OpsEventController,
    OpsSendingController,
    OutreachController,
    SequenceController,
    SequenceStepController,
    TaskController,
)
