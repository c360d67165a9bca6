#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/summary_list.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/reports/check.h"
#include "pages/reports/display.h"
#include "pages/reports/taken.h"
#include "pages/reports/taken_journey.h"
#include "usecases/reports/send_report.h"
#include "usecases/reports/view_sent.h"

namespace doorstep::pages::reports {
namespace {

std::string change_in_group(Journey const& journey, std::string_view group) {
    return taken_address(journey, group) + "?return=check";
}

bool came_is_right(Visit& visit, Pairs const& answers, Answers& into) {
    return forms::parse_into(into, came_question(), answers,
                             {.today = visit.context.today,
                              .language = http::Language::english,
                              .choices = channel_choices(visit)})
        .empty();
}

Html came_card(Visit& visit, Journey const& journey) {
    govuk::SummaryList list{.card = {.title = {.text = "How it reached us"}}};
    auto const choices = channel_choices(visit);
    for (auto const& shape : came_question().shapes()) {
        govuk::SummaryListRow row{
            .key = {.text = std::string(shape.spec.label.english)},
            .value = {.html = answer_words(shape, journey.answers, choices, http::Language::english)},
            .actions = {},
            .classes = {}};
        row.actions.items.push_back({.href = change_in_group(journey, "came"),
                                     .text = "Change",
                                     .visually_hidden_text = std::string(shape.spec.label.english)});
        list.rows.push_back(std::move(row));
    }
    return govuk::summary_list(list);
}

Html questions_left(Journey const& journey, bool came_done, std::vector<Step const*> const& left) {
    govuk::TaskList tasks;
    auto const add = [&](std::string title, std::string_view group) {
        tasks.items.push_back({.title = {.text = std::move(title)},
                               .status = {.tag = {.text = "Not answered yet", .classes = "govuk-tag--blue"}},
                               .href = change_in_group(journey, group)});
    };
    if (!came_done) add("How and when did it reach us?", "came");
    for (auto const* step : left)
        if (auto const* group = group_of(*step)) add(std::string(heading_of(*step).english), group->name);
    Html html = html::h2("Questions not answered yet");
    html << govuk::task_list(tasks);
    return html;
}

http::Response taken_check_page(Visit& visit, Journey const& journey, Pairs typed,
                                std::vector<Problem> problems) {
    auto const answers = with_asides_done(journey.answers);
    auto const read = read_all(visit, answers);
    Answers came;
    bool const came_done = came_is_right(visit, answers, came);
    Html body = forms::problem_summary(problems, {}, http::Language::english);
    body << html::h1("Check with the caller") << taken_advice(visit, answers)
         << taken_signposts(visit, answers);
    bool const is_whole = came_done && read.left.empty();
    if (!is_whole) body << questions_left(journey, came_done, read.left);
    body << html::p("Read it back, and change what is not right.") << came_card(visit, journey)
         << answers_in_cards(visit, {.draft = journey.draft, .answers = answers}, [&](Step const& step) {
                auto const* group = group_of(step);
                return group ? change_in_group(journey, group->name) : std::string();
            });
    if (is_whole) {
        body << html::h2("Before you send it");
        Html script;
        script << html::strong("Read out: ")
               << "“The Victims’ Code says what you can expect from the police and other services. You can "
                  "get help from Victim Support without reporting anything to the police. I can send you the "
                  "details.”";
        body << govuk::inset_text({.html = script});
        Html fields = forms::render_fields(taken_check_question().shapes(),
                                           {.typed = std::move(typed), .problems = {}});
        fields << govuk::button({.text = "Send to triage", .prevent_double_click = true});
        body << visit.form(taken_address(journey, "check"), fields);
    }
    auto page = taken_page("Check with the caller", std::move(body));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_taken_check(Visit& visit) {
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (journey->was_sent()) return visit.see_other(taken_address(*journey, "sent"));
    return taken_check_page(visit, *journey, {}, {});
}

http::Response post_taken_check(Visit& visit) {
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (journey->was_sent()) return visit.see_other(taken_address(*journey, "sent"));
    auto const answers = with_asides_done(journey->answers);
    auto read = read_all(visit, answers);
    if (!came_is_right(visit, answers, read.answers) || !read.left.empty())
        return taken_check_page(visit, *journey, visit.request.form, std::move(read.first_problems));
    auto const ticked = visit.parse(taken_check_question());
    read.answers.restricted = ticked.input.restricted;
    auto input = to_send(read.answers, answers, http::Language::english);
    input.report.channel = read.answers.channel;
    input.report.received_on = *read.answers.received_on;
    input.draft = journey->draft.id;
    if (ticked.input.rights_read_out) input.rights_shown = "victims-code-read-out";
    auto const sent = usecases::reports::send_report(visit.context, input);
    if (sent) return visit.see_other(taken_address(*journey, "sent"));
    if (is_about_the_form(sent.error()))
        return taken_check_page(visit, *journey, visit.request.form, problems_of(sent.error()));
    return visit.refused(sent.error());
}

http::Response show_taken_sent(Visit& visit) {
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    auto const sent = usecases::reports::view_sent(visit.context, journey->draft);
    if (!sent) return visit.see_other(taken_address(*journey, "check"));
    Html reference;
    reference << "Reference: " << html::nowrap(sent->reference);
    Html body = govuk::panel({.title_text = "Report sent to triage", .html = reference});
    Html script;
    script << html::strong("Read out: ") << "“Your reference is " << html::nowrap(sent->reference) << ". ";
    if (sent->will_contact_us) {
        script << "You said you will contact us. Give this reference when you do.”";
    } else {
        script << "We will be in touch by " << date_words(sent->first_contact_by)
               << ", in the way you chose.”";
    }
    body << html::h2("Tell the caller") << govuk::inset_text({.html = script});
    Html links = govuk::button({.text = "Take another report", .href = "/reports/new"});
    body << links;
    return visit.page(taken_page("Report sent to triage", std::move(body)));
}

}  // namespace doorstep::pages::reports
