#include "pages/surveys/comments.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/select.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/paging.h"
#include "pages/surveys/parts.h"
#include "usecases/settings.h"
#include "usecases/surveys/comments.h"

namespace doorstep::pages::surveys {
namespace {

using domain::surveys::CommentKind;
using forms::required;
using usecases::surveys::CommentList;
using usecases::surveys::SortComment;

/// How many quarters back the list offers.
constexpr int quarters_offered = 8;

http::Pairs query_of(CommentKind kind, std::optional<FinancialQuarter> quarter) {
    http::Pairs query;
    if (kind != CommentKind::not_sorted) query.set("kind", std::string(name_of(kind)));
    if (quarter) query.set("quarter", quarter->code());
    return query;
}

std::string href_of(CommentKind kind, std::optional<FinancialQuarter> quarter) {
    auto const query = query_of(kind, quarter);
    return query.empty() ? "/surveys/comments" : "/surveys/comments?" + http::encode_form(query);
}

std::string plural_of(CommentKind kind) {
    return kind == CommentKind::not_sorted ? "Not sorted" : std::string(words_of(kind)) + "s";
}

Html sections(CommentList const& list) {
    govuk::MojSubNavigation made{.label = "Comments", .items = {}};
    for (auto const& [kind, count] : list.by_kind)
        made.items.push_back({.text = plural_of(kind) + " (" + text::thousands(count) + ")",
                              .href = href_of(kind, list.quarter),
                              .active = kind == list.kind});
    return govuk::moj_sub_navigation(made);
}

Html quarter_picker(Visit& visit, CommentList const& list) {
    govuk::Select select{.id = "quarter",
                         .name = "quarter",
                         .items = {{.value = "", .text = "Any time"}},
                         .value = list.quarter ? list.quarter->code() : "",
                         .label = {.text = "When it was said"}};
    auto quarter = FinancialQuarter::containing(visit.context.today);
    for (int n = 0; n < quarters_offered; ++n, quarter = quarter.previous())
        select.items.push_back({.value = quarter.code(), .text = quarter.words()});
    Html fields = html::hidden_input("kind", name_of(list.kind));
    fields << govuk::select(select) << govuk::button({.text = "Show", .classes = "govuk-button--secondary"});
    return forms::get_form_tag("/surveys/comments", fields);
}

Html comments_table(CommentList const& list) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Said"}, {.text = "Comment"}, {.text = "About"}, {.text = "Act"}},
                       .caption = plural_of(list.kind),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& row : list.rows) {
        Html said = html::div("ds-line", Html::text(date_words(row.said_on)));
        if (!row.area_name.empty()) said << html::div("ds-line ds-line--second", Html::text(row.area_name));
        if (!row.reference.empty())
            said << html::div("ds-line ds-line--second", html::a("/cases/" + row.reference, row.reference));
        bool const sorted = list.kind != CommentKind::not_sorted;
        Html act = html::a("/surveys/comments/" + row.id, sorted ? "Change" : "Sort");
        act << html::hidden(" comment of " + date_words(row.said_on));
        table.rows.push_back({{.html = said},
                              {.html = html::typed_text(row.words)},
                              {.text = row.category_label},
                              {.html = act}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html by_category(CommentList const& list) {
    if (list.by_category.empty()) return {};
    govuk::Table table{.rows = {},
                       .head = {{.text = "About"}, {.text = "Comments", .format = "numeric"}},
                       .caption = plural_of(list.kind) + " by what they are about",
                       .caption_classes = "govuk-table__caption--s",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& [label, count] : list.by_category)
        table.rows.push_back({{.text = label}, {.text = text::thousands(count), .format = "numeric"}});
    return html::two_thirds(govuk::table_wrap({.table = table, .label = ""}));
}

forms::Choices choices_of(Visit& visit, Date said_on) {
    forms::Choices choices;
    for (auto const& row : all_of<CommentKind>())
        if (row.value != CommentKind::not_sorted)
            choices["kind"].push_back({.value = std::string(row.name), .text = std::string(row.words)});
    for (auto const* entry : visit.context.settings().list("comment-categories").in_use(said_on))
        choices["category"].push_back({.value = entry->code, .text = entry->label});
    return choices;
}

forms::Form<SortComment> const& sort_form() {
    static auto const form = forms::form<SortComment>(
        "sort-comment",
        forms::radios_field(&SortComment::kind, {.name = "kind", .label = "What is it?"},
                            {required("Select what kind of comment it is")}),
        forms::radios_field(&SortComment::category, {.name = "category", .label = "What is it about?"},
                            {required("Select what it is about")}));
    return form;
}

http::Response comment_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const id = visit.request.parameter("comment");
    auto const view = usecases::surveys::view_comment(visit.context, id);
    if (!view) return visit.refused(view.error());
    auto const shapes = sort_form().shapes();
    http::Pairs hidden;
    hidden.set("seen",
               view->comment.sorted_at ? std::to_string(view->comment.sorted_at->milliseconds()) : "");
    if (typed.empty() && view->comment.kind != CommentKind::not_sorted) {
        typed.set("kind", std::string(name_of(view->comment.kind)));
        typed.set("category", view->comment.category);
    }
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint("Said on " + date_words(view->comment.said_on) +
                       (view->area_name.empty() ? "" : ", " + view->area_name))
         << html::h1("Sort a comment") << html::typed_text(view->comment.words);
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed),
                                                .problems = problems,
                                                .choices = choices_of(visit, view->comment.said_on)});
    fields << forms::buttons("Save", "/surveys/comments");
    body << visit.form("/surveys/comments/" + std::string(id), fields, std::move(hidden));
    Page page = survey_page("Sort a comment");
    page.breadcrumbs.push_back({"Comments", "/surveys/comments"});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_comments(Visit& visit) {
    auto const& query = visit.request.query;
    auto const kind = enum_from_name<CommentKind>(query.value("kind")).value_or(CommentKind::not_sorted);
    auto const quarter = FinancialQuarter::parse(query.value("quarter"));
    auto const list = usecases::surveys::list_comments(visit.context, kind, quarter, page_number(query));
    if (!list) return visit.refused(list.error());
    Paging const paging{.path = "/surveys/comments",
                        .query = query_of(kind, quarter),
                        .page = list->page,
                        .pages = list->pages,
                        .total = list->in_view};
    Html body = html::h1("Comments from surveys");
    body << html::p(
                "What people told us in their own words. Say what each is, so that it can be counted and "
                "shown to the board.")
         << quarter_picker(visit, *list) << sections(*list);
    if (list->rows.empty()) {
        govuk::EmptyState none{.title = kind == CommentKind::not_sorted ? "No comments wait to be sorted"
                                        : quarter                       ? "None in " + quarter->words()
                                                                        : "None yet"};
        if (kind == CommentKind::not_sorted) none.text = "They come from the free words of each survey.";
        body << govuk::empty_state(none);
    } else {
        if (auto const words = showing_words(paging); !words.empty()) body << html::p(words);
        body << by_category(*list) << comments_table(*list) << page_links(paging);
    }
    Page page = survey_page("Comments from surveys");
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_comment(Visit& visit) { return comment_page(visit, {}, {}); }

http::Response post_comment(Visit& visit) {
    auto const id = std::string(visit.request.parameter("comment"));
    auto parsed = visit.parse(sort_form(), choices_of(visit, visit.context.today));
    if (!parsed.ok()) return comment_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.id = id;
    if (auto const seen = forms::Codec<std::int64_t>::decode(visit.request.form.value("seen")))
        parsed.input.seen_sorted_at = Instant::from_milliseconds(*seen);
    auto const sorted = usecases::surveys::sort_comment(visit.context, parsed.input);
    if (sorted) {
        auto const where =
            sorted->next ? "/surveys/comments/" + *sorted->next : std::string("/surveys/comments");
        visit.context.note_result_of_once(where);
        return visit.done(where,
                          sorted->next ? "Saved. Here is the next." : "Saved. All comments are sorted.");
    }
    if (sorted.error().kind() == RefusalKind::invalid)
        return comment_page(visit, std::move(parsed.typed), problems_of(sorted.error()));
    return visit.refused(sorted.error());
}

}  // namespace doorstep::pages::surveys
