#include "pages/figures/figures_parts.h"

#include "base/text.h"
#include "figures/figure_words.h"
#include "govuk/button.h"
#include "govuk/select.h"
#include "html/elements.h"

namespace doorstep::pages::figures {
namespace {

govuk::Select choice(std::string name, std::string label, std::string value, char const* all,
                     std::vector<usecases::figures::Offered> const& offered) {
    govuk::Select select{.id = "filter-" + name,
                         .name = name,
                         .items = {},
                         .value = std::move(value),
                         .label = {.text = std::move(label)}};
    if (all != nullptr) select.items.push_back({.value = "", .text = all});
    for (auto const& one : offered) select.items.push_back({.value = one.code, .text = one.label});
    return select;
}

}  // namespace

FiguresQuery query_of(http::Request const& request) {
    return {.period = std::string(request.query.value("period")),
            .area = std::string(request.query.value("area")),
            .type = std::string(request.query.value("kind"))};
}

std::string measure_path(Measure const& measure) { return "/figures/" + measure.id; }

std::string address(std::string const& path, FiguresQuery const& query, http::Pairs const& more) {
    http::Pairs pairs;
    if (!query.period.empty()) pairs.add("period", query.period);
    if (!query.area.empty()) pairs.add("area", query.area);
    if (!query.type.empty()) pairs.add("kind", query.type);
    for (auto const& [name, value] : more) pairs.add(name, value);
    return pairs.empty() ? path : path + "?" + http::encode_form(pairs);
}

std::string behind_address(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
                           http::Pairs const& more) {
    return address(measure_path(measure) + "/cases",
                   {.period = period.code,
                    .area = asked.narrowing.area.value_or(""),
                    .type = asked.narrowing.type.value_or("")},
                   more);
}

Html filter_bar(std::string const& path, Asked const& asked, FiguresQuery const& query,
                http::Pairs const& hidden) {
    Html fields = govuk::select(choice("period", "Period", asked.period.code, nullptr, asked.periods));
    if (!asked.areas.empty())
        fields << govuk::select(choice("area", "Area", query.area, "All areas", asked.areas));
    fields << govuk::select(choice("kind", "Kind of case", query.type, "All kinds", asked.types));
    for (auto const& [name, value] : hidden) fields << html::hidden_field(name, value);
    fields << govuk::button({.text = "Show", .classes = "govuk-button--secondary"});
    return forms::get_form_tag(path, html::div("ds-filter-bar", fields));
}

std::string scope_words(Asked const& asked) {
    auto words = asked.period.words + (asked.is_over ? "" : ", so far");
    if (!asked.area_name.empty()) words += ". Only " + asked.area_name;
    if (!asked.type_name.empty()) words += ". Only " + asked.type_name;
    return words;
}

Html figure_link(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
                 Figure const& figure, http::Pairs const& more) {
    auto const words =
        doorstep::figures::cell_words(measure, figure, doorstep::figures::Readers::staff, asked.smallest);
    bool const has_records = figure.is_collected && (figure.counted > 0 || figure.base > 0);
    return has_records ? html::a(behind_address(measure, asked, period, more), words) : Html::text(words);
}

Html part_link(Measure const& measure, Asked const& asked, ReportingPeriod const& period,
               std::optional<std::int64_t> count, std::string const& part) {
    if (!count) return Html::text("Not collected");
    if (*count == 0) return Html::text("0");
    http::Pairs more;
    more.add("part", part);
    return html::a(behind_address(measure, asked, period, more), text::thousands(*count));
}

Page figures_page(std::string title) {
    Page page;
    page.title = std::move(title);
    page.current_section = "figures";
    page.breadcrumbs = {{"Figures", "/figures"}};
    return page;
}

}  // namespace doorstep::pages::figures
