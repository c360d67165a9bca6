#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/plans/adherence.h"
#include "domain/plans/copy.h"
#include "domain/plans/plan.h"
#include "storage/case_overview.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

struct StepView {
    domain::plans::PlanStep step;
    std::string whose;  ///< "Dana Okafor", "Ana Silva", "Northgate Council", "The person complained about"
};
struct PlanWithSteps {
    domain::plans::ActionPlan plan;
    std::string made_by;
    std::string agreed_with;  ///< name; empty before it is agreed
    std::vector<StepView> steps;
};

/// The plans of a case (C16).
struct PlanView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    std::optional<PlanWithSteps> agreed;
    std::optional<PlanWithSteps> draft;
    std::vector<PlanWithSteps> replaced;  ///< newest first
    domain::plans::Adherence adherence;   ///< of every plan that was agreed
    bool may_plan = false;                ///< begin, change and agree plans
    bool may_work = false;                ///< mark steps done
};
Expected<PlanView> view_plan(Context& context, std::string_view reference);

/// Somebody a step can belong to, or a plan be agreed with.
struct PersonChoice {
    CasePersonId id;
    std::string words;
};
struct OfficerChoice {
    AccountId id;
    std::string words;
};
struct TemplateChoice {
    std::string code;
    std::string words;
    std::string hint;  ///< "Officer, within 14 days"
};

/// What the page that begins a plan offers: the steps usual for this kind of case.
struct NewPlanForm {
    std::string reference;
    std::vector<TemplateChoice> templates;
    int open_steps = 0;  ///< of the plan now agreed
    bool has_draft = false;
};
Expected<NewPlanForm> view_new_plan(Context& context, std::string_view reference);

/// What the form of a step of the draft needs.
struct StepForm {
    std::string reference;
    std::optional<domain::plans::PlanStep> step;  ///< nothing for a new one
    std::optional<domain::plans::ActionPlan> plan;
    std::string whose;  ///< of the step
    std::vector<OfficerChoice> officers;
    std::vector<PersonChoice> complainants;
    std::vector<PersonChoice> complained_about;
    std::optional<AccountId> owner;  ///< of the case: the usual choice
    bool may_plan = false;
};
/// Without an id: for adding a step to the draft; refused when there is none.
Expected<StepForm> view_step_form(Context& context, std::string_view reference, std::optional<PlanStepId> id);

/// What the page that writes down the agreement needs.
struct AgreementForm {
    std::string reference;
    PlanWithSteps draft;
    std::vector<PersonChoice> complainants;
};
Expected<AgreementForm> view_agreement(Context& context, std::string_view reference);

/// The copy for one person who reported, and what surrounds it.
struct PlanCopyView {
    std::string reference;
    domain::plans::ActionPlan plan;
    domain::plans::PlanCopy copy;
    CasePersonId reader;
    std::string reader_name;
    std::string language;  ///< of the wording found: "en" or "cy"
    std::string subject;
    std::string letter;                 ///< Markdown, its fields merged; {{steps}} stands for the table
    std::vector<PersonChoice> readers;  ///< all who may have a copy
    bool may_plan = false;
};
/// Without a reader: the one it was agreed with.
Expected<PlanCopyView> view_plan_copy(Context& context, std::string_view reference,
                                      std::optional<CasePersonId> reader);

}  // namespace doorstep::usecases::plans
