#include "pages/find/saved_views.h"

#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/empty_state.h"
#include "govuk/link_row.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"

namespace doorstep::pages::find {
namespace {

using usecases::find::SavedView;

struct TypedView {
    std::string name;
    std::string query;
};

forms::Form<TypedView> const& view_form() {
    static auto const form = forms::form<TypedView>(
        "saved-view",
        forms::text_field(&TypedView::name,
                          {.name = "name",
                           .label = "Name of this view",
                           .hint = "For example, my high risk cases",
                           .classes = "govuk-input--width-20"},
                          {forms::required("Enter a name for this view"),
                           forms::at_most(60, "The name must be 60 characters or fewer")}),
        forms::hidden_field(&TypedView::query, {.name = "query"}));
    return form;
}

std::string list_address(std::string const& query) { return query.empty() ? "/cases" : "/cases?" + query; }

Html form_for(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    Html fields =
        forms::render_fields(view_form().shapes(), {.typed = std::move(typed), .problems = problems});
    fields << govuk::button({.text = "Save view", .prevent_double_click = true});
    return visit.form("/cases/views", fields);
}

http::Response views_page(Visit& visit, http::Pairs const& typed, std::vector<Problem> const& problems) {
    auto const views = usecases::find::my_saved_views(visit.context);
    Html body = forms::problem_summary(problems, view_form().shapes(), visit.language());
    body << html::h1("Your saved views");
    if (!problems.empty()) body << form_for(visit, typed, problems);
    if (views.empty()) {
        body << govuk::empty_state({.title = "You have no saved views",
                                    .text = "Choose filters in the list of cases and give them a name there.",
                                    .action_text = "Go to the cases",
                                    .action_href = "/cases"});
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "View"}, {.html = html::hidden("Delete")}},
                           .caption = "Your saved views",
                           .caption_classes = "govuk-visually-hidden",
                           .first_cell_is_header = true};
        for (auto const& view : views) {
            Html label;
            label << "Delete" << html::hidden(" " + view.name);
            table.rows.push_back(
                {{.html = html::a(list_address(view.query), view.name)},
                 {.html = visit.form("/cases/views/" + view.id + "/remove",
                                     govuk::button({.html = label, .classes = "govuk-button--secondary"}))}});
        }
        body << govuk::table_wrap({.table = std::move(table), .label = ""});
    }
    Page page;
    page.title = "Your saved views";
    page.breadcrumbs = {{"Cases", "/cases"}};
    page.current_section = "cases";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

Html saved_view_links(std::vector<SavedView> const& views, http::Pairs const& current) {
    if (views.empty()) return {};
    auto const query = http::encode_form(current);
    govuk::LinkRow row{.label = "Your views", .items = {}};
    for (auto const& view : views)
        row.items.push_back(
            {.text = view.name, .href = list_address(view.query), .current = view.query == query});
    Html html = govuk::link_row(row);
    return html << html::p(html::a("/cases/views", "Delete a view"));
}

Html save_view_form(Visit& visit, http::Pairs const& current) {
    if (current.empty()) return {};
    http::Pairs typed;
    typed.set("query", http::encode_form(current));
    return govuk::details(
        {.summary_text = "Save these filters as a view", .html = form_for(visit, std::move(typed), {})});
}

http::Response show_saved_views(Visit& visit) { return views_page(visit, {}, {}); }

http::Response post_saved_view(Visit& visit) {
    auto parsed = visit.parse(view_form());
    if (!parsed.ok()) return views_page(visit, parsed.typed, parsed.problems);
    // Only what an address can hold, whatever was sent.
    auto const query = http::encode_form(http::parse_form(parsed.input.query));
    auto const saved = usecases::find::save_view(visit.context, parsed.input.name, query);
    if (saved) return visit.done(list_address(query), "View saved.");
    if (is_about_the_form(saved.error())) return views_page(visit, parsed.typed, problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response post_remove_view(Visit& visit) {
    auto const removed = usecases::find::remove_view(visit.context, visit.request.parameter("view"));
    if (!removed) return visit.refused(removed.error());
    return visit.done("/cases/views", "View deleted.");
}

}  // namespace doorstep::pages::find
