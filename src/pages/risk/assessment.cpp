#include "pages/risk/assessment.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/risk/risk_parts.h"
#include "usecases/risk/take_back_override.h"
#include "usecases/risk/view_risk.h"

namespace doorstep::pages::risk {
namespace {

using domain::risk::OverrideState;
using usecases::risk::AssessmentView;

std::string assessment_address(AssessmentView const& view) {
    return cases::case_address(view.file.reference) + "/risk/" + std::string(view.line.assessment.id.text());
}

void append_row(govuk::SummaryList& list, std::string key, std::string value) {
    if (!value.empty())
        list.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = std::move(value)}});
}

Html assessment_facts(AssessmentView const& view) {
    auto const& made = view.line.assessment;
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "Band"}, .value = {.html = govuk::tag(band_tag(made.band))}});
    append_row(list, "Whose risk", view.line.person);
    append_row(list, "Score", score_words(made.score, made.worst_score, made.complete));
    append_row(list, "Decided by", made.automatic_reason);
    append_row(list, "Changed by hand", override_words(made));
    if (!made.override_reason.empty())
        list.rows.push_back({.key = {.text = "Reason for the change"},
                             .value = {.html = html::typed_text(made.override_reason)}});
    append_row(list, "Also noticed", text::join(flag_words(made.flags), "; "));
    append_row(list, "Assessed",
               instant_words(made.made_at) + (view.line.made_by.empty() ? "" : ", by " + view.line.made_by));
    append_row(list, "Assess again", made.review_by ? "By " + date_words(*made.review_by) : "");
    append_row(list, "Questions", "Version " + std::to_string(made.set_version));
    return govuk::summary_list(list);
}

Html answers_by_group(AssessmentView const& view) {
    Html body;
    govuk::SummaryList list;
    std::string group;
    auto const flush = [&] {
        if (!list.rows.empty()) body << html::h3(group) << govuk::summary_list(list);
        list.rows.clear();
    };
    for (auto const& question : view.questions->questions) {
        if (question.group != group) {
            flush();
            group = question.group;
        }
        auto const found = view.answers.find(question.code);
        Html value;
        value << answer_words(question, found == view.answers.end() ? "" : found->second.option);
        if (found != view.answers.end() && !found->second.note.empty())
            html::append_typed_paragraph(value, found->second.note);
        list.rows.push_back({.key = {.text = question.text}, .value = {.html = value}});
    }
    flush();
    return body;
}

}  // namespace

http::Response show_assessment(Visit& visit) {
    auto const id = RiskAssessmentId::parse(visit.request.parameter("assessment"));
    if (!id)
        return visit.refused(
            Refusal(RefusalKind::not_found, "assessment-not-found", "There is no such assessment"));
    auto const view =
        usecases::risk::view_assessment(visit.context, visit.request.parameter("reference"), *id);
    if (!view) return visit.refused(view.error());
    auto const& made = view->line.assessment;
    Html body;
    if (made.override_state == OverrideState::waiting)
        body << govuk::moj_alert({.variant = "warning",
                                  .title = "Waiting for a manager",
                                  .text = "Until somebody else agrees to the lower band, the band is " +
                                          text::lower_ascii(words_of(made.band)) + ".",
                                  .show_title_as_heading = true});
    body << assessment_facts(*view);
    if (view->may_take_back)
        body << visit.form(
            assessment_address(*view) + "/override/withdrawal",
            govuk::button({.text = "Take back the request", .classes = "govuk-button--secondary"}));
    if (!view->unanswered.empty())
        body << html::h2("Not answered")
             << html::p("An answer that is missing counts as its highest, not as nought.") << [&] {
                    std::vector<Html> items;
                    for (auto const& question : view->unanswered) items.push_back(Html::text(question));
                    return html::list(items);
                }();
    body << html::h2("Answers") << answers_by_group(*view);
    auto page = cases::section_page({.reference = view->file.reference,
                                     .section = cases::Section::risk,
                                     .title = "Risk assessment of " + date_words(made.made_on),
                                     .body = std::move(body),
                                     .narrow = true},
                                    view->counts);
    page.breadcrumbs.push_back({"Risk", cases::case_address(view->file.reference) + "/risk"});
    return visit.page(std::move(page));
}

http::Response post_take_back(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const id = RiskAssessmentId::parse(visit.request.parameter("assessment"));
    if (!id)
        return visit.refused(
            Refusal(RefusalKind::not_found, "assessment-not-found", "There is no such assessment"));
    auto const taken_back = usecases::risk::take_back_override(visit.context, reference, *id);
    if (!taken_back) return visit.refused(taken_back.error());
    return visit.done(cases::case_address(reference) + "/risk/" + std::string(id->text()),
                      "Request taken back. The band stays as it was worked out.");
}

}  // namespace doorstep::pages::risk
