#include "usecases/papers/paper_report.h"

#include "base/text.h"
#include "legal/paper_template.h"
#include "usecases/papers/paper_tables.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

using documents::ReportBlock;
using documents::ReportFacts;
using documents::ReportTable;
using domain::papers::SectionKind;
using domain::papers::State;

namespace {

std::string yes_or_no(std::optional<bool> answer) {
    if (!answer) return "Not answered yet";
    return *answer ? "Yes" : "No";
}

ReportTable implications_table(PaperView const& view) {
    ReportTable table{.caption = "Implications of this paper",
                      .head = {"Heading", "Are there any?", "What they are"},
                      .rows = {},
                      .has_numbers = false};
    int number = 0;
    for (auto const& one : view.implications)
        table.rows.push_back({"6." + std::to_string(++number) + " " + one.title, yes_or_no(one.answer),
                              one.words.empty() ? "None given" : one.words});
    return table;
}

ReportTable approvals_table(PaperView const& view) {
    ReportTable table{.caption = "Who approved this paper before the meeting",
                      .head = {"Role", "Name", "Date"},
                      .rows = {},
                      .has_numbers = false};
    for (auto const& one : view.approvals)
        table.rows.push_back({one.title, one.approval ? one.approval->name : "Not approved yet",
                              one.approval ? date_words(one.approval->approved_on) : "No date yet"});
    return table;
}

void add_blocks(std::vector<ReportBlock>& blocks, PaperView const& view, PaperTables const& tables,
                SectionKind kind) {
    switch (kind) {
        case SectionKind::words:
            return;
        case SectionKind::implications:
            blocks.emplace_back(implications_table(view));
            return;
        case SectionKind::approvals:
            blocks.emplace_back(approvals_table(view));
            return;
        case SectionKind::key_figures:
            blocks.emplace_back(tables.key_figures_table());
            return;
        case SectionKind::opened_closed:
            blocks.emplace_back(tables.opened_closed());
            blocks.emplace_back(tables.earlier_years());
            return;
        case SectionKind::satisfaction:
            blocks.emplace_back(tables.satisfaction());
            return;
        case SectionKind::interventions:
            blocks.emplace_back(tables.interventions());
            blocks.emplace_back(tables.steps());
            return;
        case SectionKind::case_types:
            if (auto chart = tables.case_types())
                blocks.emplace_back(std::move(*chart));
            else
                blocks.emplace_back(tables.case_types_table());
            return;
        case SectionKind::contacts:
            blocks.emplace_back(tables.contacts_by_month());
            blocks.emplace_back(tables.contacts_by_quarter());
            return;
        case SectionKind::partners:
            blocks.emplace_back(tables.partners());
            return;
        case SectionKind::comments:
            blocks.emplace_back(tables.comments());
            return;
    }
}

std::string status_words(PaperView const& view) {
    if (view.newer) return "A newer edition of this paper corrects it. This one is kept as it was issued.";
    switch (view.paper.state) {
        case State::draft:
            return "Draft: its figures are counted again whenever it is opened.";
        case State::approval:
            return "Waiting for approval: its figures are frozen and it has not been issued.";
        case State::issued:
            break;
    }
    if (view.paper.correction.empty()) return "";
    return "Edition " + std::to_string(view.paper.edition) +
           ", which corrects an earlier one: " + view.paper.correction;
}

}  // namespace

documents::Report paper_report(PaperView const& view, Settings const& settings) {
    auto const& paper = view.paper;
    documents::Report report;
    report.title = paper.title;
    report.organisation = settings.site().landlord_name;
    report.status = status_words(view);
    report.header = {{"Board", paper.board_name},
                     {"Meeting", view.is_stored ? date_words(paper.meeting_on) : "Not set yet"},
                     {"Report", paper.title},
                     {"Author", paper.author_role},
                     {"Recommendation", paper.recommendation},
                     {"Report part", paper.report_part}};
    if (paper.edition > 1) report.header.emplace_back("Edition", std::to_string(paper.edition));
    PaperTables const tables{view.figures, settings, legal::board_paper_template().key_figures};
    for (auto const& section : view.sections) {
        documents::ReportSection made{.level = section.form->level,
                                      .number = section.form->number,
                                      .title = section.form->title,
                                      .blocks = {}};
        if (!section.words.empty()) made.blocks.emplace_back(documents::TypedWords{section.words});
        add_blocks(made.blocks, view, tables, section.form->kind);
        report.sections.push_back(std::move(made));
    }
    report.footer =
        "Every figure is counted from the records of cases by the definitions that stand beside it on "
        "the figures pages. " +
        (paper.frozen_at ? "They were frozen on " + date_words(london_date(*paper.frozen_at)) +
                               "; what is found to be wrong later is put right in a new edition."
                         : std::string("They are not frozen yet."));
    return report;
}

}  // namespace doorstep::usecases::papers
