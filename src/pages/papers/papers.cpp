#include "pages/papers/papers.h"

#include "base/text.h"
#include "figures/reporting_period.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "legal/paper_template.h"
#include "pages/paging.h"
#include "pages/papers/parts.h"
#include "usecases/papers/paper_file.h"
#include "usecases/papers/paper_report.h"
#include "usecases/papers/questions.h"
#include "usecases/papers/write_paper.h"
#include "usecases/settings.h"

namespace doorstep::pages::papers {
namespace {

using domain::papers::Paper;
using domain::papers::SectionKind;
using domain::papers::State;
using forms::at_most;
using forms::required;
using usecases::papers::AskAboutPaper;
using usecases::papers::PaperDetails;
using usecases::papers::PaperFormat;
using usecases::papers::PaperView;

/// How many quarters back a paper is offered for.
constexpr int offered_quarters = 12;

std::string period_words(Paper const& paper) {
    auto const quarter = FinancialQuarter::parse(paper.period);
    return quarter ? quarter->words() : paper.period;
}

Html papers_table(usecases::papers::PaperList const& list) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Paper"}, {.text = "Quarter"}, {.text = "Meeting"}, {.text = "State"}},
        .caption = "Papers, newest first",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& paper : list.papers) {
        auto const name =
            paper.title + (paper.edition > 1 ? ", edition " + std::to_string(paper.edition) : "");
        table.rows.push_back({{.html = html::a(paper_address(paper.id), name)},
                              {.text = period_words(paper)},
                              {.text = date_words(paper.meeting_on)},
                              {.html = govuk::tag(state_tag(paper.state))}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

forms::Form<PaperDetails> details_form(bool is_new) {
    forms::Form<PaperDetails> form;
    form.name = "paper-details";
    auto const add = [&](forms::Field<PaperDetails> field) { form.fields.push_back(std::move(field)); };
    if (is_new)
        add(forms::select_field(&PaperDetails::period,
                                {.name = "period", .label = "Which quarter is it about?"},
                                {required("Select a quarter")}));
    auto const line = [&](std::string PaperDetails::*member, char const* name, char const* label,
                          char const* hint, char const* missing) {
        add(forms::text_field(member, {.name = name, .label = label, .hint = hint},
                              {required(missing), at_most(200, "Use 200 characters or fewer")}));
    };
    line(&PaperDetails::board_name, "board-name", "Name of the board", "", "Enter the name of the board");
    add(forms::date_field(
        &PaperDetails::meeting_on,
        {.name = "meeting-on", .label = "When does it meet?", .hint = "For example, 7 9 2026"},
        {required("Enter the date of the meeting")}));
    line(&PaperDetails::title, "title", "Title of the paper", "", "Enter the title");
    line(&PaperDetails::author_role, "author-role", "Author",
         "A role and not a name, for example ASB team manager", "Enter the author’s role");
    line(&PaperDetails::recommendation, "recommendation", "Type of recommendation", "For example, To note",
         "Enter the type of recommendation");
    line(&PaperDetails::report_part, "report-part", "Part of the report",
         "For example, Part B, for information and noting", "Enter the part of the report");
    return form;
}

forms::Choices quarters_offered_on(Visit& visit) {
    forms::Choices choices;
    auto quarter = FinancialQuarter::containing(visit.context.today);
    for (int n = 0; n < offered_quarters; ++n, quarter = quarter.previous())
        choices["period"].push_back(
            {.value = quarter.code(), .text = quarter.words() + (n == 0 ? ", so far" : "")});
    return choices;
}

http::Response new_paper_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    return form_page(visit,
                     {.title = "New board paper",
                      .paper = {},
                      .action = "/papers/new",
                      .cancel = "/papers",
                      .save_text = "Begin the paper",
                      .before = {},
                      .after = {},
                      .hidden = {}},
                     details_form(true).shapes(), std::move(typed), problems, quarters_offered_on(visit));
}

Html downloads(std::string const& address) {
    std::vector<Html> links;
    for (auto const& format : all_of<PaperFormat>())
        links.push_back(html::a(address + "/download/" + std::string(format.name),
                                "Download: " + std::string(format.words)));
    return html::list(links);
}

Html facts_of(PaperView const& view, bool may_change) {
    auto const& paper = view.paper;
    govuk::SummaryList list;
    auto const row = [&](char const* key, std::string const& value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = value}, .actions = {}});
    };
    row("Quarter", period_words(paper));
    row("Board", paper.board_name);
    row("Meeting", date_words(paper.meeting_on));
    row("Author", paper.author_role);
    row("Recommendation", paper.recommendation);
    row("Report part", paper.report_part);
    if (paper.frozen_at) row("Figures frozen", instant_words(*paper.frozen_at));
    if (paper.issued_at) row("Issued", instant_words(*paper.issued_at));
    if (paper.edition > 1) row("Corrects an earlier edition", paper.correction);
    Html html = govuk::summary_list(list);
    if (may_change) html << html::p(html::a(paper_address(paper.id) + "/details", "Change these details"));
    return html;
}

govuk::TaskListItem task(std::string title, std::string href, bool is_done, std::string const& done_words,
                         govuk::Tag const& open) {
    govuk::TaskListItem item{
        .title = {.text = std::move(title)}, .hint = {}, .status = {}, .href = std::move(href)};
    if (is_done)
        item.status.text = done_words;
    else
        item.status.tag = open;
    return item;
}

Html tasks_of(PaperView const& view) {
    auto const address = paper_address(view.paper.id);
    govuk::Tag const from_figures{.text = "Filled in from the figures", .classes = "govuk-tag--blue"};
    govuk::Tag const to_answer{.text = "Not answered", .classes = "govuk-tag--yellow"};
    govuk::TaskList sections{.items = {}, .id_prefix = "sections"};
    for (auto const& section : view.sections) {
        auto const kind = section.form->kind;
        if (kind == SectionKind::implications || kind == SectionKind::approvals) continue;
        auto const title = section.form->number.empty() ? section.form->title
                                                        : section.form->number + " " + section.form->title;
        sections.items.push_back(task(title, address + "/sections/" + section.form->code,
                                      section.is_written(), "Written", from_figures));
    }
    govuk::TaskList implications{.items = {}, .id_prefix = "implications"};
    for (auto const& one : view.implications)
        implications.items.push_back(task(one.title, address + "/sections/implications." + one.code,
                                          one.answer.has_value(), one.answer == true ? "Yes" : "No",
                                          to_answer));
    govuk::TaskList partners{.items = {}, .id_prefix = "partners"};
    partners.items.push_back(
        task("What partners told us of the quarter", address + "/partners", !view.figures.partners.empty(),
             text::count_of(static_cast<long long>(view.figures.partners.size()), "partner", "partners"),
             {.text = "Nothing yet", .classes = "govuk-tag--grey"}));
    Html html = html::h2("Sections");
    html << govuk::task_list(sections) << html::h2("Implications") << govuk::task_list(implications)
         << html::h2("Partners") << govuk::task_list(partners);
    return html;
}

/// The one act that takes the paper on.
Html next_act(PaperView const& view) {
    auto const address = paper_address(view.paper.id);
    switch (view.paper.state) {
        case State::draft:
        case State::approval:
            return govuk::button(
                {.text = view.paper.state == State::draft ? "Send for approval" : "Approvals",
                 .href = address + "/approval"});
        case State::issued:
            break;
    }
    if (view.newer) return {};
    return govuk::button({.text = "Correct this paper",
                          .href = address + "/correction",
                          .classes = "govuk-button--secondary"});
}

forms::Form<AskAboutPaper> const& ask_form_of_paper() {
    static auto const form = forms::form<AskAboutPaper>(
        "paper-question",
        forms::textarea_field(&AskAboutPaper::words,
                              {.name = "words",
                               .label = "What do you want to know before the meeting?",
                               .hint = "About the service and its figures. Do not name anybody or a home",
                               .rows = 4},
                              {forms::required("Enter your question"),
                               forms::at_most(2000, "Your question must be 2,000 characters or fewer")}));
    return form;
}

/// Those asked so far with their answers, and where one is asked.
Html paper_questions(Visit& visit, Paper const& paper, http::Pairs typed,
                     std::vector<Problem> const& problems) {
    auto const found = usecases::papers::questions_of(visit.context, paper);
    if (!found.may_ask && found.questions.empty()) return {};
    Html html = html::h2("Questions before the meeting");
    for (auto const& question : found.questions) {
        html << html::h3("Asked on " + date_words(london_date(question.asked_at)) +
                         (question.asked_by_name.empty() ? "" : " by " + question.asked_by_name))
             << html::p(html::typed_text(question.words));
        if (question.answered_at)
            html << html::p(html::strong("Answer, " + date_words(london_date(*question.answered_at))))
                 << html::p(html::typed_text(question.answer));
        else if (found.may_answer)
            html << html::p(html::a("/panel/questions/" + question.id, "Answer this question"));
        else
            html << html::p("Not answered yet.");
    }
    if (!found.may_ask) return html;
    Html fields = forms::render_fields(ask_form_of_paper().shapes(),
                                       {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << govuk::button({.text = "Ask", .prevent_double_click = true});
    return html << visit.form(paper_address(paper.id) + "/questions", fields);
}

Html chapter_heading(documents::ReportSection const& section) {
    auto const words = section.number.empty() ? section.title : section.number + " " + section.title;
    return section.level == 2 ? html::h2(words) : html::h3(words);
}

}  // namespace

http::Response show_papers(Visit& visit) {
    auto const list = usecases::papers::list_papers(visit.context, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging const paging{
        .path = "/papers", .query = {}, .page = list->page, .pages = list->pages, .total = list->count};
    Html body = html::h1("Board papers");
    if (list->may_write)
        body << govuk::button({.text = "New board paper", .href = "/papers/new"})
             << html::p(html::a("/case-studies", "Case studies"));
    if (list->papers.empty()) {
        body << govuk::empty_state(
            {.title = list->may_write ? "No paper has been begun" : "No paper has been issued yet",
             .text = list->may_write
                         ? "A paper is made from a quarter: its figures, charts and first words are "
                           "filled in."
                         : "Papers appear here once they are issued for a meeting."});
    } else {
        body << papers_table(*list) << page_links(paging);
    }
    Page page = papers_page("Board papers");
    page.breadcrumbs = {};
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_new_paper(Visit& visit) {
    auto const& form = legal::board_paper_template();
    auto const quarter = FinancialQuarter::containing(visit.context.today).previous();
    PaperDetails details{.period = quarter.code(),
                         .board_name = "The board",
                         .meeting_on = {},
                         .title = "Anti-social behaviour report",
                         .author_role = visit.context.settings().site().team_name,
                         .recommendation = form.recommendation,
                         .report_part = form.report_part};
    auto typed = forms::fill(details_form(true), details);
    for (auto const* part : {"meeting-on-day", "meeting-on-month", "meeting-on-year"}) typed.remove(part);
    return new_paper_page(visit, std::move(typed), {});
}

http::Response post_new_paper(Visit& visit) {
    auto parsed = visit.parse(details_form(true), quarters_offered_on(visit));
    if (!parsed.ok()) return new_paper_page(visit, std::move(parsed.typed), parsed.problems);
    auto const made = usecases::papers::draft_paper(visit.context, parsed.input);
    if (made) {
        visit.context.note_result_of_once(paper_address(*made));
        return visit.done(paper_address(*made), "Paper begun. Its figures and first words are filled in.");
    }
    if (is_about_the_form(made.error()))
        return new_paper_page(visit, std::move(parsed.typed), problems_of(made.error()));
    return visit.refused(made.error());
}

http::Response show_paper(Visit& visit) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const address = paper_address(view->paper.id);
    bool const is_draft = view->paper.state == State::draft;
    Html body = govuk::record_heading({.caption = period_words(view->paper),
                                       .title = view->paper.title,
                                       .tags = {state_tag(view->paper.state)}});
    if (view->newer) {
        Html words = Html::text("This paper has been corrected. ");
        body << govuk::inset_text(
            {.html = words << html::a(paper_address(*view->newer), "Read the newer edition")});
    }
    body << facts_of(*view, view->may_write && is_draft);
    body << html::p(html::a(address + "/read", "Read the paper")) << downloads(address);
    if (view->may_write) {
        if (!is_draft) body << html::p(html::a(address + "/check", "Count its figures again"));
        if (is_draft) body << number_cautions_of(*view, visit.context.settings()) << tasks_of(*view);
        body << next_act(*view);
    }
    Page page = papers_page("Board paper");
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_details(Visit& visit) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const& paper = view->paper;
    PaperDetails const details{.period = paper.period,
                               .board_name = paper.board_name,
                               .meeting_on = paper.meeting_on,
                               .title = paper.title,
                               .author_role = paper.author_role,
                               .recommendation = paper.recommendation,
                               .report_part = paper.report_part};
    auto const address = paper_address(paper.id);
    http::Pairs hidden;
    hidden.set("version", std::to_string(paper.version));
    return form_page(visit,
                     {.title = "Details of the paper",
                      .paper = address,
                      .action = address + "/details",
                      .cancel = address,
                      .before = {},
                      .after = {},
                      .hidden = std::move(hidden)},
                     details_form(false).shapes(), forms::fill(details_form(false), details), {});
}

http::Response post_details(Visit& visit) {
    auto const address = paper_address(visit);
    auto parsed = visit.parse(details_form(false));
    auto const version = visit.request.form.value("version");
    auto const again = [&](std::vector<Problem> const& problems) {
        http::Pairs hidden;
        hidden.set("version", std::string(version));
        return form_page(visit,
                         {.title = "Details of the paper",
                          .paper = address,
                          .action = address + "/details",
                          .cancel = address,
                          .before = {},
                          .after = {},
                          .hidden = std::move(hidden)},
                         details_form(false).shapes(), parsed.typed, problems);
    };
    if (!parsed.ok()) return again(parsed.problems);
    auto const saved = usecases::papers::change_details(
        visit.context, {.id = std::string(visit.request.parameter("paper")),
                        .seen_version = forms::Codec<std::int64_t>::decode(version).value_or(0),
                        .details = parsed.input});
    if (saved) return visit.done(address, "Details saved.");
    if (is_about_the_form(saved.error())) return again(problems_of(saved.error()));
    return visit.refused(saved.error());
}

namespace {

http::Response reading_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const report = usecases::papers::paper_report(*view, visit.context.settings());
    auto const address = paper_address(view->paper.id);
    Html body = forms::problem_summary(problems, ask_form_of_paper().shapes(), visit.language());
    body << govuk::record_heading(
        {.caption = report.organisation, .title = report.title, .tags = {state_tag(view->paper.state)}});
    if (!report.status.empty()) body << govuk::inset_text({.text = report.status});
    govuk::SummaryList header;
    for (auto const& [what, how] : report.header)
        header.rows.push_back({.key = {.text = what}, .value = {.text = how}, .actions = {}});
    body << govuk::summary_list(header) << downloads(address);
    for (auto const& section : report.sections)
        body << chapter_heading(section) << report_blocks(section.blocks);
    body << html::p(report.footer) << paper_questions(visit, view->paper, std::move(typed), problems);
    Page page = papers_page("Read the paper", address);
    page.print_reference = report.title;
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_reading(Visit& visit) { return reading_page(visit, {}, {}); }

http::Response post_paper_question(Visit& visit) {
    auto parsed = visit.parse(ask_form_of_paper());
    if (!parsed.ok()) return reading_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.paper = std::string(visit.request.parameter("paper"));
    auto const asked = usecases::papers::ask_about_paper(visit.context, parsed.input);
    if (asked) {
        visit.context.note_result_of_once(paper_address(visit) + "/read");
        return visit.done(paper_address(visit) + "/read",
                          "Your question is sent. The answer will be here, before the meeting.");
    }
    if (is_about_the_form(asked.error()))
        return reading_page(visit, std::move(parsed.typed), problems_of(asked.error()));
    return visit.refused(asked.error());
}

http::Response download_paper(Visit& visit) {
    auto const format = enum_from_name<PaperFormat>(visit.request.parameter("format"));
    if (!format)
        return visit.refused(Refusal(RefusalKind::not_found, "no-such-format", "There is no such format"));
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto made = usecases::papers::make_paper_file(*view, visit.context.settings(), *format);
    if (!made) return visit.refused(made.error());
    visit.context.note_view("export", {}, view->paper.id.text());
    http::Response response;
    response.content_type = made->content_type;
    response.body = std::move(made->bytes);
    return std::move(response).with_header("Content-Disposition",
                                           "attachment; filename=\"" + made->name + "\"");
}

http::Response show_check(Visit& visit) {
    auto const checked =
        usecases::papers::check_paper_edition(visit.context, visit.request.parameter("paper"));
    if (!checked) return visit.refused(checked.error());
    Html body = html::h1("Figures counted again");
    if (checked->differences.empty()) {
        body << html::p("Every figure of this paper is what the records say now.");
    } else {
        body << html::p(
            "Records have changed since the figures were frozen. The paper stays as it is; if it "
            "matters to the board, correct it with a new edition.");
        govuk::Table table{.rows = {},
                           .head = {{.text = "Figure"},
                                    {.text = "Period"},
                                    {.text = "Paper", .format = "numeric"},
                                    {.text = "Records", .format = "numeric"}},
                           .caption = "Figures that differ",
                           .caption_classes = "govuk-table__caption--m",
                           .first_cell_is_header = true};
        for (auto const& one : checked->differences)
            table.rows.push_back({{.text = one.measure},
                                  {.text = one.period},
                                  {.text = one.frozen, .format = "numeric"},
                                  {.text = one.counted, .format = "numeric"}});
        body << govuk::table_wrap({.table = table, .label = ""});
    }
    Page page = papers_page("Figures counted again", paper_address(checked->paper.id));
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::papers
