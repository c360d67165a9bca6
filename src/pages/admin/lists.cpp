#include "pages/admin/lists.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/dates_of_use.h"
#include "usecases/lists/change_list.h"

namespace doorstep::pages::admin {
namespace {

using legal::List;
using legal::ListEntry;
using usecases::lists::ChangeEntry;

Crumb lists_crumb() { return {"Lists", "/admin/lists"}; }

constexpr ListWithAddress own_addresses[] = {
    {"categories", "/admin/categories"},
    {"interventions", "/admin/interventions"},
    {"closing-reasons", "/admin/outcomes"},
    {"signposts", "/admin/signposts"},
};

std::string address_of_list(std::string_view name) {
    for (auto const& own : own_addresses)
        if (name == own.list) return own.address;
    return "/admin/lists/" + std::string(name);
}

/// Where the page asked for is really, when it was asked for at the address all lists have.
std::optional<http::Response> elsewhere(Visit const& visit, std::string_view name) {
    auto const common = "/admin/lists/" + std::string(name);
    auto const own = address_of_list(name);
    if (own == common || !visit.request.path.starts_with(common)) return std::nullopt;
    return http::moved(own + visit.request.path.substr(common.size()));
}

Html entry_state(ListEntry const& entry, Date today) {
    if (entry.in_use_from > today) return govuk::tag({.text = "To come", .classes = "govuk-tag--yellow"});
    if (!entry.is_in_use(today)) return govuk::tag({.text = "Retired", .classes = "govuk-tag--grey"});
    return govuk::tag({.text = "In use", .classes = "govuk-tag--green"});
}

/// A version that the next one replaced before its first day is none.
bool was_ever_in_use(ListEntry const& entry) {
    return !entry.in_use_until || entry.in_use_from < *entry.in_use_until;
}

Html entries_table(List const& list, Date today) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Entry"}, {.text = "In Welsh"}, {.text = "In use"}, {.text = "State"}},
        .caption = list.title(),
        .caption_classes = "govuk-visually-hidden",
        .first_cell_is_header = true};
    for (auto const& entry : list.all()) {
        if (!was_ever_in_use(entry)) continue;
        Html name =
            html::div("ds-line", html::a(address_of_list(list.name()) + "/" + entry.code, entry.label));
        if (entry.is_override) name << html::div("ds-line ds-line--second", Html::text("Yours"));
        table.rows.push_back({{.html = name},
                              {.text = entry.label_welsh},
                              {.text = days_in_use(entry.in_use_from, entry.in_use_until)},
                              {.html = entry_state(entry, today)}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

struct TypedEntry {
    std::string label;
    std::string label_welsh;
    std::string like;
    Date from;
    std::optional<Date> last_day;
};

forms::Form<TypedEntry> make_entry_form(bool is_new) {
    auto label = forms::text_field(&TypedEntry::label, {.name = "label", .label = "Words"},
                                   {forms::required("Enter the words people choose"),
                                    forms::at_most(120, "The words must be 120 characters or fewer")});
    auto welsh =
        forms::text_field(&TypedEntry::label_welsh, {.name = "label-welsh",
                                                     .label = "Words in Welsh",
                                                     .hint = "Needed where residents choose from this list",
                                                     .optional = true});
    auto from = forms::date_field(&TypedEntry::from,
                                  {.name = "from", .label = "First day in use", .hint = "Today or later"},
                                  {forms::required("Enter the first day in use")});
    auto last = forms::date_field(
        &TypedEntry::last_day, {.name = "last-day",
                                .label = "Last day in use",
                                .hint = "To retire it. Leave empty to keep it. Records that have it keep it",
                                .optional = true});
    if (!is_new)
        return forms::form<TypedEntry>("list-entry", std::move(label), std::move(welsh), std::move(from),
                                       std::move(last));
    auto like = forms::select_field(&TypedEntry::like,
                                    {.name = "like",
                                     .label = "Which one is it most like?",
                                     .hint = "It is counted and handled as that one is"},
                                    {forms::required("Choose the one it is most like")});
    return forms::form<TypedEntry>("new-list-entry", std::move(label), std::move(welsh), std::move(like),
                                   std::move(from), std::move(last));
}

forms::Form<TypedEntry> const& entry_form(bool is_new) {
    static auto const changed = make_entry_form(false);
    static auto const added = make_entry_form(true);
    return is_new ? added : changed;
}

forms::Choices entry_choices(List const& list, Date today) {
    forms::Choices choices;
    choices["like"].push_back({.value = "", .text = "Choose one"});
    for (auto const* entry : list.in_use(today))
        choices["like"].push_back({.value = entry->code, .text = entry->label});
    return choices;
}

/// `entry` is nothing for a new one.
http::Response entry_page(Visit& visit, List const& list, ListEntry const* entry, http::Pairs typed,
                          std::vector<Problem> problems) {
    auto const above = address_of_list(list.name());
    auto const shapes = entry_form(!entry).shapes();
    auto const* title = entry ? "Change an entry" : "Add an entry";
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    if (entry)
        body << govuk::inset_text({.text = "“" + entry->label + "”, " +
                                           days_in_use(entry->in_use_from, entry->in_use_until) +
                                           ". What you change counts from the first day you enter; records "
                                           "made before keep its words."});
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed),
                                                .problems = problems,
                                                .choices = entry_choices(list, visit.context.today)});
    fields << forms::buttons(entry ? "Save new version" : "Add entry", above);
    body << visit.form(above + (entry ? "/" + entry->code : "/new"), fields);
    auto page = admin_page_below(visit, Section::lists, lists_crumb(), title, body);
    page.breadcrumbs.push_back({list.title(), above});
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

template <class Show>
http::Response with_list(Visit& visit, Show&& show) {
    auto const list = usecases::lists::view_list(visit.context, visit.request.parameter("list"));
    if (!list) return visit.refused(list.error());
    if (visit.request.method == http::Method::get)
        if (auto moved = elsewhere(visit, list->name())) return std::move(*moved);
    return show(*list);
}

http::Response take_entry(Visit& visit, List const& list, ListEntry const* entry) {
    auto parsed = visit.parse(entry_form(!entry), entry_choices(list, visit.context.today));
    if (!parsed.ok())
        return entry_page(visit, list, entry, std::move(parsed.typed), std::move(parsed.problems));
    auto const& typed = parsed.input;
    ChangeEntry input{.list = list.name(),
                      .code = entry ? entry->code : "",
                      .like = typed.like,
                      .label = typed.label,
                      .label_welsh = typed.label_welsh,
                      .in_use_from = typed.from,
                      .in_use_until = {}};
    if (typed.last_day) input.in_use_until = typed.last_day->plus_days(1);
    auto const changed = usecases::lists::change_entry(visit.context, input);
    if (changed)
        return visit.done(address_of_list(list.name()),
                          entry ? "The new version is saved." : "The entry is added.");
    return refused_form(visit, changed.error(), [&](std::vector<Problem> problems) {
        return entry_page(visit, list, entry, std::move(parsed.typed), std::move(problems));
    });
}

http::Response no_such_entry(Visit& visit) {
    return visit.refused(Refusal(RefusalKind::not_found, "entry-unknown", "There is no such entry"));
}

}  // namespace

std::span<ListWithAddress const> lists_with_address() { return own_addresses; }

Handler for_list(char const* list, http::Response (*handler)(Visit&)) {
    return [list, handler](Visit& visit) {
        visit.request.parameters.set("list", list);
        return handler(visit);
    };
}

http::Response show_lists(Visit& visit) {
    auto const lists = usecases::lists::all_lists(visit.context);
    if (!lists) return visit.refused(lists.error());
    Html body = html::h1("Lists");
    body << html::p("What people choose from. Entries have dates: what was used once is kept.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "List"}, {.text = "In use today", .format = "numeric"}},
                       .caption = "Lists",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& list : *lists)
        table.rows.push_back(
            {{.html = html::a(address_of_list(list.name()), list.title())},
             {.text = std::to_string(list.in_use(visit.context.today).size()), .format = "numeric"}});
    body << govuk::table_wrap({.table = table, .label = ""});
    return visit.page(admin_page(visit, Section::lists, "Lists", body));
}

http::Response show_list(Visit& visit) {
    return with_list(visit, [&](List const& list) {
        Html body = html::h1(list.title());
        body << govuk::button({.text = "Add an entry", .href = address_of_list(list.name()) + "/new"});
        body << entries_table(list, visit.context.today);
        return visit.page(admin_page_below(visit, Section::lists, lists_crumb(), list.title(), body));
    });
}

http::Response show_new_entry(Visit& visit) {
    return with_list(visit, [&](List const& list) { return entry_page(visit, list, nullptr, {}, {}); });
}

http::Response post_new_entry(Visit& visit) {
    return with_list(visit, [&](List const& list) { return take_entry(visit, list, nullptr); });
}

http::Response show_entry(Visit& visit) {
    return with_list(visit, [&](List const& list) {
        auto const* entry = list.find(visit.request.parameter("code"), visit.context.today);
        if (!entry) return no_such_entry(visit);
        TypedEntry const typed{.label = entry->label,
                               .label_welsh = entry->label_welsh,
                               .like = {},
                               .from = visit.context.today,
                               .last_day = {}};
        return entry_page(visit, list, entry, forms::fill(entry_form(false), typed), {});
    });
}

http::Response post_entry(Visit& visit) {
    return with_list(visit, [&](List const& list) {
        auto const* entry = list.find(visit.request.parameter("code"), visit.context.today);
        return entry ? take_entry(visit, list, entry) : no_such_entry(visit);
    });
}

}  // namespace doorstep::pages::admin
