#include "usecases/case_access/access_requests.h"
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/case_access/case_access.h"
#include "pages/cases/case_frame.h"

namespace doorstep::pages::case_access {

using domain::access::AccessState;
using domain::access::AskedFor;
using usecases::case_access::AccessAnswer;
using usecases::case_access::AccessRequestView;
using usecases::case_access::AnswerAccess;
using usecases::case_access::AskAccess;

namespace {

std::string request_address(AccessRequestView const& view) { return "/access-requests/" + view.request.id; }

forms::Form<AskAccess> const& ask_form() {
    static auto const form = forms::form<AskAccess>(
        "ask-access",
        forms::text_field(&AskAccess::reference,
                          {.name = "reference",
                           .label = "Number of the case",
                           .hint = "For example, ASB-26-00142",
                           .classes = "govuk-input--width-20",
                           .spellcheck = false},
                          {forms::required("Enter the number of the case"),
                           forms::at_most(40, "Number of the case must be 40 characters or fewer")}),
        forms::textarea_field(&AskAccess::reason,
                              {.name = "reason",
                               .label = "Why do you need to see it?",
                               .hint = "Its owner reads this, and it stays in the history of the case",
                               .rows = 4},
                              {forms::required("Enter why you need to see it"),
                               forms::at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

forms::Form<AnswerAccess> const& answer_form() {
    static auto const form = forms::form<AnswerAccess>(
        "answer-access",
        forms::radios_field(&AnswerAccess::answer,
                            {.name = "answer",
                             .label = "May they see this case?",
                             .choices = {{.value = "allow", .text = "Yes, for some days"},
                                         {.value = "refuse", .text = "No"}}},
                            {forms::required("Select yes or no")}),
        forms::text_field(&AnswerAccess::days, {.name = "days",
                                                .label = "For how many days?",
                                                .hint = "From today. Afterwards they ask again",
                                                .classes = "govuk-input--width-3",
                                                .optional = true}),
        forms::textarea_field(&AnswerAccess::note,
                              {.name = "note",
                               .label = "What do you want to tell them?",
                               .hint = "Say why, when the answer is no",
                               .rows = 3,
                               .optional = true},
                              {forms::at_most(500, "Words must be 500 characters or fewer")}));
    return form;
}

forms::Form<AnswerAccess> const& opening_form() {
    static auto const form = forms::form<AnswerAccess>(
        "answer-opening",
        forms::radios_field(&AnswerAccess::answer,
                            {.name = "answer",
                             .label = "Was that in order?",
                             .choices = {{.value = "allow", .text = "Yes, they may go on seeing the case"},
                                         {.value = "refuse", .text = "No, take them off its list"}}},
                            {forms::required("Select yes or no")}),
        forms::textarea_field(&AnswerAccess::note,
                              {.name = "note",
                               .label = "What do you want to tell them?",
                               .hint = "Say why, when the answer is no",
                               .rows = 3,
                               .optional = true},
                              {forms::at_most(500, "Words must be 500 characters or fewer")}));
    return form;
}

forms::Form<AnswerAccess> const& form_for(AccessRequestView const& view) {
    return view.request.kind == AskedFor::opened ? opening_form() : answer_form();
}

Page access_page(std::string title) {
    Page page;
    page.title = std::move(title);
    page.current_section = "work";
    page.breadcrumbs = {{"My work", "/work"}};
    return page;
}

http::Response ask_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = ask_form().shapes();
    auto page = access_page("Ask for access");
    page.has_errors = !problems.empty();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(page.title)
         << html::p(
                "The owner of the case is asked, or a manager. They can let you see it for some days. "
                "You find the answer under My work.");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Ask for access", "/work");
    body << visit.form("/access-requests/new", fields);
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

std::string outcome_of(AccessRequestView const& view) {
    auto const& request = view.request;
    switch (request.state) {
        case AccessState::waiting:
            return "Not answered yet";
        case AccessState::allowed:
            return "Allowed until " + date_words(*request.until_on);
        case AccessState::refused:
            return request.kind == AskedFor::opened ? "Taken off the list of the case" : "Refused";
        case AccessState::seen:
            return "In order";
    }
    return {};
}

govuk::SummaryList facts_of(AccessRequestView const& view) {
    govuk::SummaryList list;
    auto const add = [&](char const* key, Html value) {
        list.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}});
    };
    auto const& request = view.request;
    add("Case", view.may_open ? html::a(cases::case_address(view.case_reference), view.case_reference)
                              : Html::text(view.case_reference));
    add("Who", Html::text(view.asked_by));
    add("When", Html::text(instant_words(request.asked_at)));
    add("Why", html::typed_text(request.reason));
    add("Answer", Html::text(outcome_of(view)));
    if (!request.answer.empty()) add("In their words", html::typed_text(request.answer));
    if (!view.decided_by.empty()) add("Answered by", Html::text(view.decided_by));
    return list;
}

http::Response request_page(Visit& visit, AccessRequestView const& view, http::Pairs typed,
                            std::vector<Problem> const& problems) {
    bool const was_opened = view.request.kind == AskedFor::opened;
    auto page = access_page(was_opened ? "A restricted case was opened" : "Request to see a case");
    page.has_errors = !problems.empty();
    auto const shapes = form_for(view).shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << govuk::record_heading({.caption = view.case_reference, .title = page.title});
    body << govuk::summary_list(facts_of(view));
    if (view.may_decide) {
        if (!was_opened)
            body << govuk::inset_text({.text = "You can let them see it for up to " +
                                               text::count_of(view.longest_days, "day", "days") + "."});
        Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
        fields << forms::buttons("Answer", "/work");
        body << visit.form(request_address(view) + "/answer", fields);
    } else if (view.is_own && view.request.state != AccessState::waiting) {
        body << visit.form(request_address(view) + "/reading", govuk::button({.text = "I have read this"}));
    }
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

Expected<AccessRequestView> request_of(Visit& visit) {
    return usecases::case_access::view_access_request(visit.context, visit.request.parameter("request"));
}

}  // namespace

http::Response show_ask_access(Visit& visit) {
    http::Pairs typed;
    typed.set("reference", std::string(visit.request.query.value("reference")));
    return ask_page(visit, std::move(typed), {});
}

http::Response post_ask_access(Visit& visit) {
    auto parsed = visit.parse(ask_form());
    if (!parsed.ok()) return ask_page(visit, std::move(parsed.typed), parsed.problems);
    auto const asked = usecases::case_access::ask_access(visit.context, parsed.input);
    // Whether there is such a case is not said.
    if (asked)
        return visit.done("/work", "You have asked. If there is a case with this number, its owner decides.");
    if (is_about_the_form(asked.error()))
        return ask_page(visit, std::move(parsed.typed), problems_of(asked.error()));
    return visit.refused(asked.error());
}

http::Response show_access_request(Visit& visit) {
    auto const view = request_of(visit);
    if (!view) return visit.refused(view.error());
    return request_page(visit, *view, {}, {});
}

http::Response post_access_answer(Visit& visit) {
    auto const view = request_of(visit);
    if (!view) return visit.refused(view.error());
    if (!view->may_decide) return visit.see_other(request_address(*view));
    auto parsed = visit.parse(form_for(*view));
    if (!parsed.ok()) return request_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.id = view->request.id;
    auto const answered = usecases::case_access::answer_access(visit.context, parsed.input);
    if (answered) return visit.done("/work", "Answered. " + view->asked_by + " is told.");
    if (is_about_the_form(answered.error()))
        return request_page(visit, *view, std::move(parsed.typed), problems_of(answered.error()));
    return visit.refused(answered.error());
}

http::Response post_access_reading(Visit& visit) {
    auto const read = usecases::case_access::read_answer(visit.context, visit.request.parameter("request"));
    if (!read) return visit.refused(read.error());
    return visit.see_other("/work");
}

}  // namespace doorstep::pages::case_access
