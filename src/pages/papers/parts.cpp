#include "pages/papers/parts.h"

#include "base/text.h"
#include "govuk/chart_with_table.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "usecases/papers/number_cautions.h"

namespace doorstep::pages::papers {
namespace {

govuk::Table table_of(documents::ReportTable const& from) {
    govuk::Table table{.rows = {},
                       .head = {},
                       .caption = from.caption,
                       .caption_classes = "govuk-table__caption--s",
                       .first_cell_is_header = true,
                       .stacks = !from.has_numbers};
    auto const format = [&](std::size_t column) -> std::string {
        return from.has_numbers && column > 0 ? "numeric" : "";
    };
    for (std::size_t n = 0; n < from.head.size(); ++n)
        table.head.push_back({.text = from.head[n], .format = format(n)});
    for (auto const& row : from.rows) {
        std::vector<govuk::TableCell> cells;
        for (std::size_t n = 0; n < row.size(); ++n) cells.push_back({.text = row[n], .format = format(n)});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// On a page a chart fills the room there is; in a document it has a width of its own.
std::string drawn_for_pages(std::string svg) {
    constexpr std::string_view fixed = "width=\"640\" height";
    if (auto const at = svg.find(fixed); at != std::string::npos)
        svg.replace(at, fixed.size(), "width=\"100%\" height");
    return svg;
}

}  // namespace

std::string paper_address(BoardPaperId id) { return "/papers/" + std::string(id.text()); }
std::string paper_address(Visit const& visit) {
    return "/papers/" + http::percent_encode(visit.request.parameter("paper"));
}

Page papers_page(std::string title, std::string const& paper) {
    Page page;
    page.title = std::move(title);
    page.current_section = "papers";
    page.breadcrumbs = {{"Papers", "/papers"}};
    if (!paper.empty()) page.breadcrumbs.push_back({"Paper", paper});
    return page;
}

govuk::Tag state_tag(domain::papers::State state) {
    using domain::papers::State;
    std::string const words(words_of(state));
    switch (state) {
        case State::draft:
            return {.text = words, .classes = "govuk-tag--blue"};
        case State::approval:
            return {.text = words, .classes = "govuk-tag--turquoise"};
        case State::issued:
            break;
    }
    return {.text = words, .classes = "govuk-tag--green"};
}

http::Response form_page(Visit& visit, FormPage page, std::vector<forms::FieldShape> const& shapes,
                         http::Pairs typed, std::vector<Problem> const& problems, forms::Choices choices,
                         int status) {
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(page.title) << page.before;
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = std::move(choices)});
    fields << forms::buttons(page.save_text, page.cancel);
    body << visit.form(page.action, fields, std::move(page.hidden)) << page.after;
    Page made = papers_page(page.title, page.paper);
    made.has_errors = !problems.empty();
    made.body = html::two_thirds(body);
    return visit.page(std::move(made), problems.empty() ? status : (status == 200 ? 422 : status));
}

Html number_cautions_of(usecases::papers::PaperView const& view, usecases::Settings const& settings) {
    std::vector<Html> lines;
    for (auto const& caution : usecases::papers::number_cautions(view, settings))
        lines.push_back(Html::text(usecases::papers::caution_words(caution)));
    if (lines.empty()) return {};
    Html words = html::p(
        "These numbers in the text are no figure of this paper. They may be right, such as a partner’s own: "
        "look "
        "at them before the figures are frozen. Nothing has been changed.");
    return govuk::inset_text({.html = words << html::list(lines)});
}

Html typed_blocks(std::string_view words) {
    Html html;
    std::string paragraph;
    std::vector<Html> items;
    auto const finish = [&] {
        if (!paragraph.empty()) html << html::p(paragraph);
        paragraph.clear();
        if (!items.empty()) html << html::list(items);
        items.clear();
    };
    for (auto const line : text::split(words, '\n')) {
        auto const trimmed = text::trim(line);
        if (trimmed.starts_with("- ")) {
            if (!paragraph.empty()) finish();
            items.push_back(Html::text(text::trim(trimmed.substr(2))));
            continue;
        }
        if (trimmed.empty() || !items.empty()) finish();
        if (!trimmed.empty()) paragraph += (paragraph.empty() ? "" : " ") + std::string(trimmed);
    }
    finish();
    return html;
}

Html report_blocks(std::vector<documents::ReportBlock> const& blocks) {
    Html html;
    for (auto const& block : blocks) {
        if (auto const* words = std::get_if<documents::TypedWords>(&block)) {
            html << typed_blocks(words->words);
        } else if (auto const* table = std::get_if<documents::ReportTable>(&block)) {
            html << govuk::table_wrap({.table = table_of(*table), .label = ""});
        } else if (auto const* chart = std::get_if<documents::ReportChart>(&block)) {
            html << govuk::chart_with_table({.title = chart->title,
                                             .heading_level = 4,
                                             .finding = chart->finding,
                                             .chart_svg = drawn_for_pages(chart->svg),
                                             .table = table_of(chart->table)});
        } else if (auto const* facts = std::get_if<documents::ReportFacts>(&block)) {
            govuk::Table pairs{
                .rows = {}, .head = {}, .caption = facts->caption, .first_cell_is_header = true};
            for (auto const& [what, how] : facts->rows) pairs.rows.push_back({{.text = what}, {.text = how}});
            html << govuk::table_wrap({.table = pairs, .label = ""});
        }
    }
    return html;
}

}  // namespace doorstep::pages::papers
