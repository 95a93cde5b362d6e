"""`/job-preferences`: what a person is looking for (SPEC 3.1)."""

from typing import Any

import msgspec
from litestar import Controller, get, put
from litestar.params import JSONBody

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.use_cases.profile.save_preferences import SavePreferences
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.transactions import Reads

Texts = list[str]


class PreferencesBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Every field is optional, but `locations` for those who would go to work; spellings are normalised."""

    titles: Texts = []
    role_categories: Texts = []
    seniority: str | None = None
    locations: Texts = []
    remote: str | None = None
    remote_region: str | None = None
    salary_min: int | str | None = None
    salary_max: int | str | None = None
    currency: str | None = None
    company_sizes: Texts = []
    industries: Texts = []
    skills: Texts = []
    values: Texts = []
    employment_types: Texts = []
    hidden_companies: Texts = []
    search_status: str | None = None


class PreferencesView(msgspec.Struct, frozen=True, kw_only=True):
    """Preferences in their one normal form; `tags` are computed and reused in campaign names."""

    titles: Texts
    role_categories: Texts
    seniority: str | None
    locations: Texts
    remote: str
    remote_region: str | None
    salary_min: str | None
    salary_max: str | None
    currency: str | None
    company_sizes: Texts
    industries: Texts
    skills: Texts
    values: Texts
    employment_types: Texts
    hidden_companies: Texts
    search_status: str
    tags: Texts

    @classmethod
    def of(cls, preferences: Preferences) -> "PreferencesView":
        """Return the view of a person's preferences."""
        return msgspec.convert({**msgspec.to_builtins(preferences), "tags": list(preferences.tags)}, cls)


_REQUEST: dict[str, Any] = {
    "titles": ["Staff Engineer"],
    "seniority": "senior",
    "locations": ["Lisbon"],
    "remote": "Remote only",
    "salary_min": 120000,
    "salary_max": 160000,
    "currency": "EUR",
    "skills": ["Python", "PostgreSQL"],
}
_ANSWER: dict[str, Any] = {
    "titles": ["Staff Engineer"],
    "role_categories": [],
    "seniority": "senior",
    "locations": ["Lisbon"],
    "remote": "remote_only",
    "remote_region": None,
    "salary_min": "120000",
    "salary_max": "160000",
    "currency": "EUR",
    "company_sizes": [],
    "industries": [],
    "skills": ["Python", "PostgreSQL"],
    "values": [],
    "employment_types": [],
    "hidden_companies": [],
    "search_status": "active",
    "tags": ["staff-engineer", "senior", "remote-only"],
}


class JobPreferencesController(Controller):
    """What a person is looking for."""

    path = "/job-preferences"
    tags = ("Job preferences",)

    @get(operation_id="GetJobPreferences", summary="What you are looking for.", opt=example(answer=_ANSWER))
    async def get_preferences(self, user_id: Injected[UserId], reads: Injected[Reads]) -> PreferencesView:
        """Return your preferences; before the first save, the defaults."""
        row = await reads.one(user_id, "find_preferences", user_id)
        return PreferencesView.of(Preferences.of(row["data"]) if row else Preferences())

    @put(
        operation_id="PutJobPreferences",
        summary="Say what you are looking for.",
        opt=example(request=_REQUEST, answer=_ANSWER),
    )
    async def put_preferences(
        self, data: JSONBody[PreferencesBody], user_id: Injected[UserId], save_preferences: Injected[SavePreferences]
    ) -> PreferencesView:
        """Replace your preferences; the answer shows how they were understood."""
        return PreferencesView.of(await save_preferences(user_id, msgspec.to_builtins(data)))
