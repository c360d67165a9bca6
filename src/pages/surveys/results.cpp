#include "pages/surveys/results.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/moj_alert.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/surveys/parts.h"
#include "usecases/surveys/concern.h"
#include "usecases/surveys/results.h"

namespace doorstep::pages::surveys {
namespace {

using domain::surveys::State;
using usecases::surveys::SurveyResults;

char const* colour_of(State state) {
    switch (state) {
        case State::due:
            return "govuk-tag--blue";
        case State::attempted:
            return "govuk-tag--teal";
        case State::completed:
            return "govuk-tag--green";
        case State::declined:
        case State::not_reachable:
        case State::cancelled:
            return "govuk-tag--grey";
    }
    return "";
}

Html facts(SurveyResults const& results) {
    auto const& survey = results.survey;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string const& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    add("Case closed", date_words(survey.closed_on));
    add("Survey due", date_words(survey.due_on));
    if (survey.is_open()) add("Next try", date_words(survey.next_try_on));
    if (survey.completed_on) add("Done", date_words(*survey.completed_on));
    if (survey.way) add("How", std::string(words_of(*survey.way)));
    if (survey.set_version) add("Questions", "Version " + std::to_string(*survey.set_version));
    if (survey.stop_asking) add("Do not ask again", "They asked us not to ask them again");
    return govuk::summary_list(list);
}

Html answers(SurveyResults const& results) {
    if (results.questions.empty()) return {};
    govuk::SummaryList list;
    for (auto const& question : results.questions) {
        auto const words = question.answer_words();
        Html cell = Html::text(words.empty() ? std::string("Skipped") : words);
        if (question.answer && !text::trim(question.answer->words).empty())
            cell << html::typed_text(question.answer->words);
        list.rows.push_back({.key = {.text = question.text}, .value = {.html = cell}});
    }
    Html part = html::h2("Answers");
    part << govuk::summary_list(list);
    return part;
}

Html attempts(SurveyResults const& results) {
    Html part = html::h2("Tries");
    if (results.attempts.empty()) return part << html::p("Nobody has tried yet.");
    govuk::Table table{
        .rows = {},
        .head = {{.text = "When"}, {.text = "Who"}, {.text = "What happened"}, {.text = "Note"}},
        .caption = "",
        .first_cell_is_header = true};
    for (auto const& named : results.attempts) {
        auto const& attempt = named.attempt;
        table.rows.push_back({{.text = instant_words(attempt.tried_at)},
                              {.text = named.tried_by_name},
                              {.text = std::string(words_of(attempt.result))},
                              {.html = html::typed_text(attempt.note)}});
    }
    return part << govuk::table_wrap({.table = table, .label = "Tries"});
}

struct FollowUp {
    std::string note;
};
forms::Form<FollowUp> const& follow_up_form() {
    static auto const form = forms::form<FollowUp>(
        "follow-up",
        forms::textarea_field(&FollowUp::note,
                              {.name = "note", .label = "What did you do about it?", .character_limit = 2000},
                              {forms::required("Enter what you did about it"),
                               forms::at_most(2000, "What you did must be 2,000 characters or fewer")}));
    return form;
}

Html concern(Visit& visit, SurveyResults const& results, http::Pairs typed,
             std::vector<Problem> const& problems) {
    if (!results.concern_waits) return {};
    Html part = govuk::moj_alert({.variant = "warning",
                                  .title = "Someone was upset in this call",
                                  .text = "Nobody has followed it up yet.",
                                  .show_title_as_heading = true});
    if (!results.may_follow_up) return part;
    Html fields = forms::render_fields(follow_up_form(),
                                       {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Mark as followed up", "");
    return part << visit.form(address_of(visit) + "/concern/follow-up", fields);
}

http::Response results_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const results = usecases::surveys::view_results(visit.context, visit.request.parameter("survey"));
    if (!results) return visit.refused(results.error());
    auto const state = results->survey.state;
    Html body = forms::problem_summary(problems, follow_up_form().shapes(), visit.language());
    body << govuk::record_heading(
        {.caption = results->reference,
         .title = "Survey: " + results->title,
         .tags = {{.text = std::string(words_of(state)), .classes = colour_of(state)}}});
    body << concern(visit, *results, std::move(typed), problems) << facts(*results);
    if (results->may_call) body << govuk::button({.text = "Call", .href = address_of(visit) + "/call"});
    if (results->may_open_case)
        body << html::p(html::a("/cases/" + results->reference, "Open case " + results->reference));
    body << answers(*results) << attempts(*results);
    Page page = survey_page("Survey: " + results->title);
    page.print_reference = results->reference;
    page.has_errors = !problems.empty();
    page.body = std::move(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_results(Visit& visit) { return results_page(visit, {}, {}); }

http::Response post_follow_up(Visit& visit) {
    auto parsed = visit.parse(follow_up_form());
    if (!parsed.ok()) return results_page(visit, std::move(parsed.typed), parsed.problems);
    auto const done = usecases::surveys::follow_up_concern(visit.context, visit.request.parameter("survey"),
                                                           parsed.input.note);
    if (!done) return visit.refused(done.error());
    return visit.done(address_of(visit), "Marked as followed up.");
}

}  // namespace doorstep::pages::surveys
