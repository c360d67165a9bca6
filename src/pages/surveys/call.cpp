#include "pages/surveys/call.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/surveys/parts.h"
#include "usecases/settings.h"
#include "usecases/surveys/call.h"

namespace doorstep::pages::surveys {
namespace {

using domain::surveys::Way;
using usecases::surveys::AskedQuestion;
using usecases::surveys::CallView;

Html script(Visit& visit, CallView const& view) {
    auto const& site = visit.context.settings().site();
    auto const name = view.person.name.empty() ? std::string("the person who reported it") : view.person.name;
    Html words;
    words << html::h2("What to say")
          << html::p("“Hello, may I speak to " + name + "? I am ringing from " + site.landlord_name + ".”")
          << html::p("Say no more until you know that you are speaking to " + name + ". Then:")
          << html::p("“You reported a problem to us, and we closed the case on " +
                     date_words(view.survey.closed_on) +
                     ". I did not work on it. May I ask you a few questions about how we dealt with it? You "
                     "can skip any of them, and stop whenever you like. Nobody who worked on your case will "
                     "be told what you said by name.”");
    if (!view.person.may_leave_message)
        words << html::p("If nobody answers, do not leave a message: they have not said that it is safe.");
    return words;
}

/// The ways out of a call, on each of its pages.
Html ways_out(std::string const& address) {
    return html::list({html::a(address + "/attempts/new", "They did not answer, or cannot talk now"),
                       html::a(address + "/concern", "The person is upset"),
                       html::a(address + "/paper", "Their answers came on paper")});
}

std::size_t position_of(CallView const& view, std::string_view code) {
    auto const found = std::find_if(view.questions.begin(), view.questions.end(),
                                    [&](auto const& question) { return question.code == code; });
    return static_cast<std::size_t>(found - view.questions.begin());
}

/// The first that was neither answered nor skipped; the answers to check when there is none.
std::string next_address(CallView const& view, std::string const& address, std::size_t after) {
    for (std::size_t n = after; n < view.questions.size(); ++n)
        if (!view.questions[n].answer) return address + "/call/" + view.questions[n].code;
    return address + "/call/answers";
}

http::Response question_page(Visit& visit, CallView const& view, std::size_t position, http::Pairs typed,
                             std::vector<Problem> problems) {
    auto const& question = view.questions[position];
    auto const address = address_of(visit);
    auto const shapes = shapes_of(question);
    forms::FormView const form{
        .typed = typed, .problems = problems, .choices = {}, .question_is_heading = true};
    Html fields = forms::render_field(shapes, question.code, form);
    if (shapes.size() > 1)
        fields << forms::render_field(shapes, shapes[1].spec.name,
                                      {.typed = typed, .problems = problems, .choices = {}});
    Html buttons = govuk::button({.text = "Continue", .prevent_double_click = true});
    buttons << govuk::button(
        {.text = "Skip this question", .name = "skip", .value = "yes", .classes = "govuk-button--secondary"});
    fields << html::button_group(buttons);

    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint("Question " + std::to_string(position + 1) + " of " +
                       std::to_string(view.questions.size()));
    auto const change = visit.request.query.value("change") == "yes";
    body << visit.form(address + "/call/" + question.code + (change ? "?change=yes" : ""), fields);
    body << html::p(html::a(address + "/concern", "The person is upset"))
         << html::p(html::a(address + "/attempts/new", "Stop here and ring again another day"));

    Page page = survey_page("Survey question " + std::to_string(position + 1));
    page.breadcrumbs = {};
    page.back = BackLink{.href = change          ? address + "/call/answers"
                                 : position == 0 ? address + "/call"
                                                 : address + "/call/" + view.questions[position - 1].code,
                         .text = ""};
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

Html answer_cell(AskedQuestion const& question) {
    Html cell;
    auto const words = question.answer_words();
    cell << (words.empty() ? std::string("Skipped") : words);
    if (question.answer && !text::trim(question.answer->words).empty())
        cell << html::typed_text(question.answer->words);
    return cell;
}

http::Response answers_page(Visit& visit, CallView const& view, std::vector<Problem> const& problems) {
    auto const address = address_of(visit);
    govuk::SummaryList list;
    for (auto const& question : view.questions)
        list.rows.push_back(
            {.key = {.text = question.text},
             .value = {.html = answer_cell(question)},
             .actions = {.items = {{.href = address + "/call/" + question.code + "?change=yes",
                                    .text = "Change",
                                    .visually_hidden_text = question.text}}}});
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.survey.version));
    Html body = forms::problem_summary(problems, {}, visit.language());
    body << html::h1("Check the answers")
         << html::p("Thank them, and ask whether they want to add anything. Then save.")
         << govuk::summary_list(list)
         << visit.form(address + "/call/answers",
                       govuk::button({.text = "Save answers", .prevent_double_click = true}),
                       std::move(hidden));
    Page page = survey_page("Check the answers");
    page.breadcrumbs = {};
    page.back = BackLink{.href = address + "/call/" + view.questions.back().code, .text = ""};
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_call(Visit& visit) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    auto const address = address_of(visit);
    Html body = html::h1("Survey call");
    if (!view->person.may_ring)
        body << govuk::warning_text(
            {.text =
                 "Do not ring. They have not said that it is safe. Send the questions on paper, or ask the "
                 "officer to find out."});
    body << person_facts(*view);
    if (view->person.may_ring) {
        body << script(visit, *view)
             << visit.form(address + "/call",
                           govuk::button({.text = view->has_started() ? "Go on with the questions"
                                                                      : "Start the questions"}));
    }
    body << html::h2("Or") << ways_out(address)
         << visit.form(address + "/link", govuk::button({.text = "Make a link to answer online",
                                                         .classes = "govuk-button--secondary"}));
    Page page = survey_page("Survey call");
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response post_call(Visit& visit) {
    auto const id = visit.request.parameter("survey");
    auto const started = usecases::surveys::start_call(visit.context, id, Way::telephone);
    if (!started && started.error().code() != "already-done") return refused_call(visit, started.error());
    auto const view = usecases::surveys::view_call(visit.context, id);
    if (!view) return refused_call(visit, view.error());
    return visit.see_other(next_address(*view, address_of(visit), 0));
}

http::Response show_question(Visit& visit) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    if (!view->has_started()) return visit.see_other(address_of(visit) + "/call");
    auto const position = position_of(*view, visit.request.parameter("question"));
    if (position == view->questions.size())
        return visit.refused(
            Refusal(RefusalKind::not_found, "question-unknown", "There is no such question"));
    http::Pairs typed;
    fill(view->questions[position], typed);
    return question_page(visit, *view, position, std::move(typed), {});
}

http::Response post_question(Visit& visit) {
    auto const id = visit.request.parameter("survey");
    auto const view = usecases::surveys::view_call(visit.context, id);
    if (!view) return refused_call(visit, view.error());
    auto const position = position_of(*view, visit.request.parameter("question"));
    if (position == view->questions.size())
        return visit.refused(
            Refusal(RefusalKind::not_found, "question-unknown", "There is no such question"));
    auto const& question = view->questions[position];
    auto given = given_answer(question, visit.request.form);
    if (visit.request.form.value("skip") == "yes")
        given.option.clear();
    else if (given.option.empty() && text::trim(given.words).empty())
        return question_page(visit, *view, position, visit.request.form,
                             {{question.code, "Select an answer, or skip this question"}});
    auto const kept = usecases::surveys::keep_answer(visit.context, id, given);
    if (!kept) {
        if (is_about_the_form(kept.error()))
            return question_page(visit, *view, position, visit.request.form, problems_of(kept.error()));
        return refused_call(visit, kept.error());
    }
    if (visit.request.query.value("change") == "yes")
        return visit.see_other(address_of(visit) + "/call/answers");
    return visit.see_other(next_address(*view, address_of(visit), position + 1));
}

http::Response show_answers(Visit& visit) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    if (!view->has_started()) return visit.see_other(address_of(visit) + "/call");
    return answers_page(visit, *view, {});
}

http::Response post_answers(Visit& visit) {
    usecases::surveys::CompleteSurvey input{.id = std::string(visit.request.parameter("survey")),
                                            .seen_version = {},
                                            .way = Way::telephone,
                                            .answers = {}};
    input.seen_version = forms::Codec<std::int64_t>::decode(visit.request.form.value("version"));
    auto const completed = usecases::surveys::complete_survey(visit.context, input);
    if (completed) {
        visit.context.note_result_of_once("/surveys");
        return visit.done(
            "/surveys",
            "Survey saved. " + text::count_of(completed->answered, "question", "questions") + " answered.");
    }
    if (is_about_the_form(completed.error())) {
        auto const view = usecases::surveys::view_call(visit.context, input.id);
        if (view) return answers_page(visit, *view, problems_of(completed.error()));
    }
    return refused_call(visit, completed.error());
}

}  // namespace doorstep::pages::surveys
