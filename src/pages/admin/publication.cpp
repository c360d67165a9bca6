#include "usecases/site/publication.h"
#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/settings_pages.h"

namespace doorstep::pages::admin {
namespace {

using usecases::site::CollectedFrom;
using usecases::site::Publication;

constexpr char const* publication_title = "Published figures";

struct TypedPublication {
    std::optional<bool> is_public;
};

forms::Form<TypedPublication> const& publication_form() {
    static auto const form = forms::form<TypedPublication>(
        "publication",
        forms::yes_no_field(&TypedPublication::is_public,
                            {.name = "is-public",
                             .label = "Show the performance page to everyone?",
                             .hint = "It has the figures of quarters that are over, without small numbers "
                                     "and without a way to any case"},
                            {forms::required("Select yes if everyone may see the performance page")}));
    return form;
}

forms::Form<CollectedFrom> const& collected_form() {
    static auto const form = forms::form<CollectedFrom>(
        "collected-from",
        forms::select_field(&CollectedFrom::measure, {.name = "measure", .label = "Which figure?"},
                            {forms::required("Select a figure")}),
        forms::date_field(&CollectedFrom::from,
                          {.name = "from",
                           .label = "From which day was it recorded?",
                           .hint = "Leave empty to count from the first case. For example, 1 4 2026",
                           .optional = true},
                          {forms::not_in_future("The day must be today or in the past")}));
    return form;
}

std::string last_switched(Publication const& view) {
    if (!view.changed_at) return "Nobody has changed this yet.";
    std::string words = view.performance ? "Switched on" : "Switched off";
    if (!view.changed_by.empty()) words += " by " + view.changed_by;
    return words + ", " + instant_words(*view.changed_at) + ".";
}

Html collected_table(Publication const& view) {
    govuk::TableWrap wrap;
    wrap.table.caption = "From when figures count";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.head = {{.text = "Figure"}, {.text = "Recorded from"}};
    for (auto const& one : view.measures)
        wrap.table.rows.push_back(
            {{.text = one.measure->title}, {.text = one.from ? date_words(*one.from) : "The first case"}});
    return govuk::table_wrap(wrap);
}

forms::Choices measure_choices(Publication const& view) {
    forms::Choices choices;
    for (auto const& one : view.measures)
        choices["measure"].push_back({.value = one.measure->id, .text = one.measure->title});
    return choices;
}

struct Problems {
    std::vector<Problem> of_publication;
    std::vector<Problem> of_collected;
};

http::Response publication_page(Visit& visit, Publication const& view, http::Pairs typed, Problems problems) {
    auto shapes = publication_form().shapes();
    for (auto& shape : collected_form().shapes()) shapes.push_back(std::move(shape));
    auto all = problems.of_publication;
    all.insert(all.end(), problems.of_collected.begin(), problems.of_collected.end());
    Html body = forms::problem_summary(all, shapes, visit.language());
    body << html::h1(publication_title);
    if (!typed.has("is-public")) typed.set("is-public", view.performance ? "yes" : "no");
    Html page = html::p(html::a("/performance", "The performance page"));
    page << html::p(last_switched(view));
    Html publish = forms::render_fields(publication_form().shapes(),
                                        {.typed = typed, .problems = problems.of_publication});
    publish << govuk::button({.text = "Save", .prevent_double_click = true});
    body << page << visit.form("/admin/publication", publish);
    body << collected_table(view) << html::p("Before its day a figure says “not collected”, and never 0.");
    Html collected = forms::render_fields(
        collected_form().shapes(),
        {.typed = typed, .problems = problems.of_collected, .choices = measure_choices(view)});
    collected << govuk::button({.text = "Save the day", .prevent_double_click = true});
    body << html::h2("Change the day of a figure") << visit.form("/admin/publication/measures", collected);
    auto made = admin_page(visit, Section::publication, publication_title, body);
    made.has_errors = !all.empty();
    return visit.page(std::move(made), all.empty() ? 200 : 422);
}

}  // namespace

http::Response show_publication(Visit& visit) {
    auto const view = usecases::site::view_publication(visit.context);
    if (!view) return visit.refused(view.error());
    return publication_page(visit, *view, {}, {});
}

http::Response post_publication(Visit& visit) {
    auto const view = usecases::site::view_publication(visit.context);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(publication_form());
    if (!parsed.ok())
        return publication_page(visit, *view, parsed.typed,
                                {.of_publication = std::move(parsed.problems), .of_collected = {}});
    auto const done = usecases::site::publish_performance(visit.context, *parsed.input.is_public);
    if (!done) return visit.refused(done.error());
    return visit.done("/admin/publication", *parsed.input.is_public
                                                ? "Everyone can see the performance page."
                                                : "The performance page is for staff and the board only.");
}

http::Response post_collected_from(Visit& visit) {
    auto const view = usecases::site::view_publication(visit.context);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(collected_form(), measure_choices(*view));
    if (!parsed.ok())
        return publication_page(visit, *view, parsed.typed,
                                {.of_publication = {}, .of_collected = std::move(parsed.problems)});
    auto const done = usecases::site::set_collected_from(visit.context, parsed.input);
    if (done) return visit.done("/admin/publication", "The day is saved.");
    return refused_form(visit, done.error(), [&](std::vector<Problem> problems) {
        return publication_page(visit, *view, parsed.typed,
                                {.of_publication = {}, .of_collected = std::move(problems)});
    });
}

}  // namespace doorstep::pages::admin
