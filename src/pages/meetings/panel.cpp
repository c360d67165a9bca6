#include "base/text.h"
#include "figures/figure_words.h"
#include "govuk/button.h"
#include "govuk/stat_card.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/meetings/meetings.h"
#include "pages/meetings/parts.h"
#include "usecases/figures/view_figures.h"

namespace doorstep::pages::meetings {
namespace {

using usecases::meetings::AnswerPanel;
using usecases::meetings::AskPanel;
using usecases::meetings::PanelHome;

forms::Form<AskPanel> const& ask_form() {
    static auto const form = forms::form<AskPanel>(
        "panel-question",
        forms::textarea_field(&AskPanel::words,
                              {.name = "words",
                               .label = "What do you want to ask?",
                               .hint = "About the service and its figures. Do not name anybody or a home",
                               .rows = 5},
                              {forms::required("Enter your question"),
                               forms::at_most(2000, "Your question must be 2,000 characters or fewer")}));
    return form;
}

forms::Form<AnswerPanel> const& answer_form() {
    static auto const form = forms::form<AnswerPanel>(
        "panel-answer",
        forms::textarea_field(&AnswerPanel::answer, {.name = "answer", .label = "Answer", .rows = 6},
                              {forms::required("Enter the answer"),
                               forms::at_most(4000, "The answer must be 4,000 characters or fewer")}));
    return form;
}

Html panel_figures(Visit& visit) {
    auto const view = usecases::figures::view_performance(visit.context, "");
    if (!view) return html::p("No figures have been published yet.");
    std::vector<govuk::StatCard> cards;
    for (auto const& row : view->rows) {
        if (!row.measure->is_headline) continue;
        auto const words = doorstep::figures::figure_words(
            *row.measure, row.now, doorstep::figures::Readers::everyone, view->asked.smallest);
        cards.push_back(
            {.figure = words.figure, .label = row.measure->title, .note = row.now.days ? "" : words.base});
    }
    Html html = html::p("Figures of " + view->asked.period.words + ".");
    return html << govuk::stat_cards(cards)
                << html::p(html::a("/performance/" + view->asked.period.code, "All figures of the quarter"));
}

Html actions_table(PanelHome const& home) {
    if (home.actions.empty()) return html::p("Every action of the published minutes is done.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "Action"}, {.text = "Who"}, {.text = "By"}},
                       .caption = "Open actions",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& one : home.actions)
        table.rows.push_back(
            {{.text = one.item.action},
             {.text = one.item.action_owner},
             {.text = one.item.action_due_on ? date_words(*one.item.action_due_on) : "No day set"}});
    return govuk::table_wrap({.table = table, .label = ""});
}

Html questions_list(PanelHome const& home) {
    Html html;
    if (home.questions.empty()) html << html::p("Nobody has asked anything yet.");
    for (auto const& question : home.questions) {
        Html words = html::h3("Asked on " + date_words(london_date(question.asked_at)) +
                              (question.asked_by_name.empty() ? "" : " by " + question.asked_by_name));
        words << html::p(html::typed_text(question.words));
        if (question.answered_at)
            words << html::p(html::strong("Answer, " + date_words(london_date(*question.answered_at))))
                  << html::p(html::typed_text(question.answer));
        else if (home.may_answer)
            words << html::p(html::a("/panel/questions/" + question.id, "Answer this question"));
        else
            words << html::p("Not answered yet.");
        html << words;
    }
    return html;
}

papers::FormPage panel_form(char const* title, std::string action) {
    return {.title = title,
            .paper = {},
            .action = std::move(action),
            .cancel = "/panel",
            .before = {},
            .after = {},
            .hidden = {}};
}

}  // namespace

http::Response show_panel(Visit& visit) {
    auto const home = usecases::meetings::view_panel(visit.context);
    if (!home) return visit.refused(home.error());
    Html body = html::h1("Tenants’ panel");
    if (home->next)
        body << html::p("The next meeting is on " + date_words_with_weekday(home->next->held_on) + " " +
                        std::to_string(home->next->held_on.year()) +
                        (home->next->starts ? " at " + home->next->starts->words() : "") + ": " +
                        home->next->name + ".");
    else if (home->newest && home->newest->next_on)
        body << html::p("The next meeting is on " + date_words(*home->newest->next_on) + ".");
    else
        body << html::p("No meeting is set.");
    if (home->newest)
        body << html::p(html::a(meeting_address(home->newest->id) + "/minutes/read",
                                "Minutes of " + date_words(home->newest->held_on)));
    body << html::h2("How the service does") << panel_figures(visit);
    body << html::h2("What we promised") << actions_table(*home);
    body << html::p(html::a("/improvements", "What we do where a result is not good enough"));
    body << html::h2("Questions and answers");
    if (home->may_ask) body << govuk::button({.text = "Ask a question", .href = "/panel/questions/new"});
    body << questions_list(*home);
    Page page = meetings_page("Tenants’ panel");
    page.current_section = "panel";
    page.breadcrumbs = {};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_new_question(Visit& visit) {
    return meeting_form_page(visit, panel_form("Ask a question", "/panel/questions/new"), ask_form().shapes(),
                             {}, {});
}

http::Response post_new_question(Visit& visit) {
    auto parsed = visit.parse(ask_form());
    if (!parsed.ok())
        return meeting_form_page(visit, panel_form("Ask a question", "/panel/questions/new"),
                                 ask_form().shapes(), std::move(parsed.typed), parsed.problems);
    auto const asked = usecases::meetings::ask_question(visit.context, parsed.input);
    if (!asked) return visit.refused(asked.error());
    visit.context.note_result_of_once("/panel");
    return visit.done("/panel",
                      "Your question is sent. The answer will be here, for everybody in the group.");
}

http::Response show_question(Visit& visit) {
    auto const question =
        usecases::meetings::view_question(visit.context, visit.request.parameter("question"));
    if (!question) return visit.refused(question.error());
    auto page = panel_form("Answer a question", "/panel/questions/" + question->id);
    page.before = html::p(html::typed_text(question->words));
    return meeting_form_page(visit, std::move(page), answer_form().shapes(), {}, {});
}

http::Response post_question(Visit& visit) {
    auto const question =
        usecases::meetings::view_question(visit.context, visit.request.parameter("question"));
    if (!question) return visit.refused(question.error());
    auto parsed = visit.parse(answer_form());
    if (!parsed.ok()) {
        auto page = panel_form("Answer a question", "/panel/questions/" + question->id);
        page.before = html::p(html::typed_text(question->words));
        return meeting_form_page(visit, std::move(page), answer_form().shapes(), std::move(parsed.typed),
                                 parsed.problems);
    }
    parsed.input.id = question->id;
    auto const answered = usecases::meetings::answer_question(visit.context, parsed.input);
    if (!answered) return visit.refused(answered.error());
    return visit.done(
        question->paper ? "/papers/" + std::string(question->paper->text()) + "/read" : "/panel",
        "Answer saved.");
}

}  // namespace doorstep::pages::meetings
