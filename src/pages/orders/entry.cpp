#include "pages/orders/entry.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/content/markdown.h"
#include "pages/orders/parts.h"
#include "usecases/orders/entry.h"
#include "usecases/settings.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::OrderForm;
using domain::orders::Scope;
using storage::legal_orders::EntryCheck;
using usecases::orders::AskEntry;
using usecases::orders::BriefView;
using usecases::orders::EntryPage;

forms::Form<AskEntry> const& entry_form() {
    static auto const form = forms::form<AskEntry>(
        "entry-check",
        forms::select_field(&AskEntry::role, {.name = "role", .label = "Who wants to enter?"},
                            {forms::required("Select who wants to enter")}),
        forms::text_field(&AskEntry::name, {.name = "name",
                                            .label = "Their name, where they give one",
                                            .hint = "An order may name somebody",
                                            .optional = true}),
        forms::date_field(
            &AskEntry::on,
            {.name = "on", .label = "On which day?", .hint = "Leave empty for now", .optional = true}),
        forms::time_field(
            &AskEntry::time,
            {.name = "time", .label = "At what time?", .hint = "Leave empty for now", .optional = true}));
    return form;
}

std::string entry_address(std::string_view order) { return "/orders/" + std::string(order) + "/entry-check"; }

std::string asked_words(EntryPage const& view, EntryCheck const& check) {
    for (auto const& role : view.roles)
        if (role.code == check.role) return check.name.empty() ? role.words : check.name + ", " + role.words;
    return check.name;
}

Html verdict_panel(EntryPage const& view, EntryCheck const& check) {
    Html words = html::h2(check.may_enter ? "Yes: they may enter" : "No: they may not enter");
    words << html::p(asked_words(view, check) + ". " + instant_words(check.asked_about))
          << html::p(html::strong(check.reason));
    return govuk::inset_text({.html = std::move(words)});
}

Page order_page(std::string title, std::string caption, Html body) {
    Page page;
    page.title = title;
    page.current_section = "cases";
    Html content;
    append(content, govuk::RecordHeading{.caption = caption, .title = std::move(title)});
    content << body;
    page.print_reference = std::move(caption);
    page.body = html::two_thirds(content);
    return page;
}

Html booked_out_words(std::vector<std::string> const& sentences) {
    Html html;
    if (sentences.empty()) return html;
    std::vector<Html> items;
    for (auto const& sentence : sentences) items.push_back(Html::text(sentence));
    html << html::h2("Booked out of our services") << html::list(items);
    return html;
}

http::Response entry_page(Visit& visit, EntryPage const& view, EntryCheck const* verdict, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const& order = view.found.order;
    auto const id = std::string(order.id.text());
    auto const shapes = entry_form().shapes();
    forms::Choices choices;
    for (auto const& role : view.roles) choices["role"].push_back({.value = role.code, .text = role.words});
    Html body;
    if (verdict) body << verdict_panel(view, *verdict);
    govuk::SummaryList facts;
    facts.rows.push_back(
        {.key = {.text = "Order"},
         .value = {.text = view.order_words +
                           (order.scope ? (*order.scope == Scope::full ? ", full" : ", partial") : "")}});
    facts.rows.push_back({.key = {.text = "Place"}, .value = {.text = view.found.place}});
    facts.rows.push_back({.key = {.text = "Term"}, .value = {.text = term_words(order)}});
    Html stands;
    append(stands, order_tag(order, visit.context.now));
    facts.rows.push_back({.key = {.text = "Stands"}, .value = {.html = std::move(stands)}});
    body << govuk::summary_list(facts) << booked_out_words(view.booked_out);
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = std::move(choices)});
    fields << govuk::button({.text = "Check"});
    body << html::h2(verdict ? "Check somebody else" : "Check") << visit.form(entry_address(id), fields);
    body << html::p(html::a("/orders/" + id + "/brief", "The whole order in brief"));
    body << html::print_button("Print for the door");
    if (!view.checks.empty()) {
        govuk::TableWrap wrap;
        wrap.table.caption = "Checked lately";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {{.text = "When"}, {.text = "Who"}, {.text = "Answer"}, {.text = "By"}};
        for (auto const& check : view.checks) {
            wrap.table.rows.push_back({{.text = instant_words(check.asked_about)},
                                       {.text = asked_words(view, check)},
                                       {.text = check.may_enter ? "May enter" : "May not enter"},
                                       {.text = check.checked_by_name}});
        }
        append(body, wrap);
    }
    Html all = forms::problem_summary(problems, shapes, visit.language());
    all << body;
    auto page = order_page("May this person enter?", view.found.case_reference, std::move(all));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// For those who work on the order; not on paper.
void append_found(Html& body, char const* heading, std::vector<std::string> const& sentences) {
    if (sentences.empty()) return;
    std::vector<Html> items;
    for (auto const& sentence : sentences) items.push_back(Html::text(sentence));
    Html found = html::h2(heading);
    found << html::list(items);
    body << html::div("govuk-!-display-none-print", found);
}

Html brief_clauses(BriefView const& view) {
    Html html;
    if (!view.clauses.empty()) {
        std::vector<Html> items;
        for (auto const& clause : view.clauses) {
            Html item = html::strong(words_of(clause.kind));
            item << ": " << html::typed_text(clause.words);
            if (clause.power_of_arrest) {
                Html tag = govuk::tag({.text = "Power of arrest", .classes = "govuk-tag--red"});
                item << " " << tag;
                if (clause.arrest_until) item << html::hint("Until " + date_words(*clause.arrest_until));
            }
            if (clause.until_on) item << html::hint("Until " + date_words(*clause.until_on));
            items.push_back(std::move(item));
        }
        html << html::h2("What they must and must not do") << html::numbered_list(items);
    }
    if (view.found.order.scope || !view.list.empty()) {
        html << html::h2("Who may enter");
        if (view.list.empty())
            html << html::p("Nobody, the tenant included.");
        else {
            std::vector<Html> items;
            for (auto const& words : view.role_words) items.push_back(Html::text(words));
            html << html::list(items);
        }
    }
    if (!view.protected_people.empty()) {
        std::vector<Html> items;
        for (auto const& person : view.protected_people)
            items.push_back(Html::text(person.note.empty() ? person.name : person.name + ", " + person.note));
        html << html::h2("They may not contact, directly or through others") << html::list(items);
    }
    return html;
}

}  // namespace

http::Response show_entry_check(Visit& visit) {
    auto const view = usecases::orders::view_entry(visit.context, visit.request.parameter("order"));
    if (!view) return visit.refused(view.error());
    for (auto const& check : view->checks)
        if (check.id == visit.request.query.value("asked")) return entry_page(visit, *view, &check, {}, {});
    return entry_page(visit, *view, nullptr, {}, {});
}

http::Response post_entry_check(Visit& visit) {
    auto const order = visit.request.parameter("order");
    auto const before = usecases::orders::view_entry(visit.context, order);
    if (!before) return visit.refused(before.error());
    forms::Choices choices;
    for (auto const& role : before->roles)
        choices["role"].push_back({.value = role.code, .text = role.words});
    auto parsed = visit.parse(entry_form(), choices);
    if (!parsed.ok()) return entry_page(visit, *before, nullptr, std::move(parsed.typed), parsed.problems);
    parsed.input.order = std::string(order);
    auto const verdict = usecases::orders::check_entry(visit.context, parsed.input);
    if (verdict) return visit.see_other(entry_address(order) + "?asked=" + verdict->id);
    if (is_about_the_form(verdict.error()))
        return entry_page(visit, *before, nullptr, std::move(parsed.typed), problems_of(verdict.error()));
    return visit.refused(verdict.error());
}

http::Response show_brief(Visit& visit) {
    auto const view = usecases::orders::view_brief(visit.context, visit.request.parameter("order"));
    if (!view) return visit.refused(view.error());
    auto const& order = view->found.order;
    auto const id = std::string(order.id.text());
    govuk::SummaryList facts;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("Who", view->found.respondent_name);
    add("Where", view->found.place);
    add(order.form == OrderForm::notice ? "Issued by" : "Court", order.court);
    add("Term", term_words(order));
    if (order.scope) add("Closure", std::string(words_of(*order.scope)));
    Html body;
    if (!view->in_force)
        body << govuk::warning_text({.text = "This is not in force now. Nobody has to keep to it."});
    body << govuk::summary_list(facts) << brief_clauses(*view) << booked_out_words(view->booked_out);
    auto const& site = visit.context.settings().site();
    content::MarkdownOptions options;
    options.fields = {{"landlord_name", site.landlord_name},
                      {"team_name", site.team_name},
                      {"telephone", site.telephone},
                      {"telephone_hours", site.telephone_hours}};
    body << html::h2("What to do") << content::markdown(view->advice, options);
    if (order.scope || !view->list.empty())
        body << html::p(html::a(entry_address(id), "May this person enter?"));
    if (view->read_by_viewer)
        body << html::p("You have marked this as read.");
    else
        body << visit.form("/orders/" + id + "/brief", govuk::button({.text = "I have read this"}));
    body << html::print_button("Print");
    append_found(body, "Read before you hand it out", view->to_check);
    append_found(body, "Left out, because it gives somebody away", view->left_out);
    append_found(body, "Named on purpose", view->named);
    if (!view->reads.empty()) {
        std::vector<Html> items;
        for (auto const& read : view->reads)
            items.push_back(Html::text(read.name + ", " + instant_words(read.read_at)));
        body << html::h2("Read by") << html::list(items);
    }
    return visit.page(
        order_page(view->order_words + " in brief", view->found.case_reference, std::move(body)));
}

http::Response post_brief(Visit& visit) {
    auto const order = visit.request.parameter("order");
    auto const read = usecases::orders::mark_brief_read(visit.context, order);
    if (!read) return visit.refused(read.error());
    return visit.done("/orders/" + std::string(order) + "/brief", "Marked as read.");
}

}  // namespace doorstep::pages::orders
