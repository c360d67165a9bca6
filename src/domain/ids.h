#pragma once

#include "base/strong_id.h"

/// One type per kind of id, so that they never mix.
namespace doorstep {

using AccountId = StrongId<struct AccountIdTag>;
using TeamId = StrongId<struct TeamIdTag>;
using ApiTokenId = StrongId<struct ApiTokenIdTag>;
using WebhookId = StrongId<struct WebhookIdTag>;
using SessionId = StrongId<struct SessionIdTag>;
using AreaId = StrongId<struct AreaIdTag>;
using PatchId = StrongId<struct PatchIdTag>;
using BlockId = StrongId<struct BlockIdTag>;
using AddressId = StrongId<struct AddressIdTag>;
using AssignmentRuleId = StrongId<struct AssignmentRuleIdTag>;
using PersonId = StrongId<struct PersonIdTag>;
using DraftId = StrongId<struct DraftIdTag>;
using ReportId = StrongId<struct ReportIdTag>;
using NoteId = StrongId<struct NoteIdTag>;
using FileId = StrongId<struct FileIdTag>;
using CaseFileId = StrongId<struct CaseFileIdTag>;
using CasePersonId = StrongId<struct CasePersonIdTag>;
using IncidentId = StrongId<struct IncidentIdTag>;
using ContactId = StrongId<struct ContactIdTag>;
using IntervalId = StrongId<struct IntervalIdTag>;
using RiskAssessmentId = StrongId<struct RiskAssessmentIdTag>;
using ActionPlanId = StrongId<struct ActionPlanIdTag>;
using PlanStepId = StrongId<struct PlanStepIdTag>;
using InterventionId = StrongId<struct InterventionIdTag>;
using WorkItemId = StrongId<struct WorkItemIdTag>;
using ApprovalId = StrongId<struct ApprovalIdTag>;
using SurveyId = StrongId<struct SurveyIdTag>;
using MessageId = StrongId<struct MessageIdTag>;
using EventId = StrongId<struct EventIdTag>;
using LegalActionId = StrongId<struct LegalActionIdTag>;
using LegalOrderId = StrongId<struct LegalOrderIdTag>;
using OrderClauseId = StrongId<struct OrderClauseIdTag>;
using HearingId = StrongId<struct HearingIdTag>;
using LegalServiceId = StrongId<struct LegalServiceIdTag>;
using OrderBreachId = StrongId<struct OrderBreachIdTag>;
using BoardPaperId = StrongId<struct BoardPaperIdTag>;
using PanelMeetingId = StrongId<struct PanelMeetingIdTag>;
using QualityCheckId = StrongId<struct QualityCheckIdTag>;

}  // namespace doorstep
