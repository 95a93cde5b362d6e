"""Identifiers, one type per noun, so that a contact's id cannot be passed for a campaign's. All are UUIDv7."""

from __future__ import annotations

from typing import NewType
from uuid import UUID

UserId = NewType("UserId", UUID)
ResumeId = NewType("ResumeId", UUID)
JobId = NewType("JobId", UUID)
ApplicationId = NewType("ApplicationId", UUID)
PainPointId = NewType("PainPointId", UUID)
CompanyId = NewType("CompanyId", UUID)
ContactId = NewType("ContactId", UUID)
LeadId = NewType("LeadId", UUID)
OfferId = NewType("OfferId", UUID)
SequenceTemplateId = NewType("SequenceTemplateId", UUID)
SequenceStepId = NewType("SequenceStepId", UUID)
CampaignId = NewType("CampaignId", UUID)
EnrollmentId = NewType("EnrollmentId", UUID)
OutreachId = NewType("OutreachId", UUID)
ReplyId = NewType("ReplyId", UUID)
MailboxId = NewType("MailboxId", UUID)
SuppressionId = NewType("SuppressionId", UUID)
TaskId = NewType("TaskId", UUID)
