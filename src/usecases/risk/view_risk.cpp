#include "usecases/risk/view_risk.h"

#include <algorithm>

#include "legal/standard_ids.h"
#include "storage/approvals.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {

using domain::access::Action;
using domain::risk::Assessment;
using storage::people::PersonOnCase;

namespace {

std::string person_words(PersonOnCase const& entry) {
    if (entry.person) return entry.person->name;
    return entry.part.description.empty() ? "Unknown person" : entry.part.description;
}

std::string person_words(std::vector<PersonOnCase> const& people, std::optional<CasePersonId> person) {
    for (auto const& entry : people)
        if (person == entry.part.id) return person_words(entry);
    return "";
}

bool reports(PersonOnCase const& entry) {
    return entry.part.part == domain::people::Part::complainant && !entry.part.left_on;
}

}  // namespace

Expected<RiskView> view_risk(Context& context, std::string_view reference, int page) {
    auto& tx = context.read();
    auto file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    auto const people = storage::people::people_of_case(tx, file->id);
    RiskView view;
    view.counts = storage::cases::section_counts(tx, file->id);
    view.history_total = storage::risk::count_of_case(tx, file->id);
    for (auto& made :
         storage::risk::of_case(tx, file->id, assessments_a_page, (page - 1) * assessments_a_page))
        view.history.push_back(
            {made.assessment, person_words(people, made.assessment.person), std::move(made.made_by_name)});
    for (auto& newest : storage::risk::newest_of_each(tx, file->id))
        view.newest.push_back({newest, person_words(people, newest.person), ""});
    for (auto const& entry : people) {
        if (!reports(entry)) continue;
        bool const assessed =
            std::any_of(view.newest.begin(), view.newest.end(), [&](AssessmentLine const& line) {
                return !line.assessment.person || line.assessment.person == entry.part.id;
            });
        if (!assessed) view.not_assessed.push_back(person_words(entry));
    }
    view.may_assess = !file->is_closed() && domain::access::may(context.viewer, Action::assess_risk);
    view.file = std::move(*file);
    context.note_view("people", view.file.id, view.file.id.text());
    return view;
}

Expected<AssessmentView> view_assessment(Context& context, std::string_view reference, RiskAssessmentId id) {
    auto& tx = context.read();
    auto file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    auto made = storage::risk::find(tx, id);
    if (!made || made->assessment.case_file != file->id)
        return refuse(RefusalKind::not_found, "assessment-not-found",
                      "There is no such assessment of this case");
    AssessmentView view;
    view.counts = storage::cases::section_counts(tx, file->id);
    auto const& assessment = made->assessment;
    auto const people = storage::people::people_of_case(tx, file->id);
    view.line = {assessment, person_words(people, assessment.person), made->made_by_name};
    view.questions = &context.settings().question_set(assessment.question_set, assessment.set_version);
    for (auto& answer : storage::risk::answers_of(tx, id)) view.answers.emplace(answer.question, answer);
    for (auto const& question : view.questions->questions) {
        auto const found = view.answers.find(question.code);
        if (found == view.answers.end() || found->second.option.empty())
            view.unanswered.push_back(question.text);
    }
    view.may_take_back = !file->is_closed() &&
                         assessment.override_state == domain::risk::OverrideState::waiting &&
                         assessment.made_by == context.viewer.account;
    view.file = std::move(*file);
    context.note_view("people", view.file.id, id.text());
    return view;
}

Expected<RiskForm> view_risk_form(Context& context, std::string_view reference) {
    auto& tx = context.read();
    auto const file = cases::open_case(tx, context.viewer, reference, Action::assess_risk);
    if (!file) return refuse(file.error());
    if (file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    RiskForm form;
    form.reference = file->reference;
    form.questions = &context.settings().question_set("ram", context.today);
    form.lowering_needs_approval =
        context.settings().standards().yes(legal::standard_ids::risk_lowering_needs_approval, context.today);
    auto const people = storage::people::people_of_case(tx, file->id);
    for (auto const& entry : people)
        if (reports(entry)) form.people.push_back({entry.part.id, person_words(entry)});
    for (auto& made : storage::risk::of_case(tx, file->id, 1))
        form.newest =
            AssessmentLine{made.assessment, person_words(people, made.assessment.person), made.made_by_name};
    context.note_view("people", file->id, file->id.text());
    return form;
}

}  // namespace doorstep::usecases::risk
