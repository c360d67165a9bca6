#include "pages/cases/overview_facts.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "govuk/tag.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/work/work_links.h"

namespace doorstep::pages::cases {

using usecases::cases::AlertKind;
using usecases::cases::CaseView;
using usecases::cases::FirstContact;

namespace {

struct AlertLook {
    char const* variant;
    char const* classes;
};

AlertLook look_of(AlertKind kind) {
    switch (kind) {
        case AlertKind::restricted:
        case AlertKind::in_danger:
        case AlertKind::self_harm:
        case AlertKind::no_safe_way:
            return {"error", ""};
        case AlertKind::warning_marker:
        case AlertKind::order_in_force:
        case AlertKind::counter_allegation:
            return {"warning", ""};
        case AlertKind::safe_contact:
            return {"information", "ds-alert--safe-contact"};
        case AlertKind::adjustments:
            break;
    }
    return {"information", ""};
}

std::string or_none(std::string const& text, char const* none) { return text.empty() ? none : text; }

std::string first_letter_up(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

Html next_contact(CaseView const& view, Date today) {
    Html html;
    if (!view.file.next_contact_by)
        html << (view.file.is_closed() ? "None: the case is closed" : "None due");
    else
        html << first_letter_up(work::due_words(*view.file.next_contact_by, today));
    return html;
}

Html risk(CaseView const& view) {
    auto const& file = view.file;
    Html html;
    if (file.risk_band && file.risk_assessed_on)
        html << words_of(*file.risk_band) << ", assessed " << date_words(*file.risk_assessed_on);
    else
        html << risk_words(file);
    if (file.risk_review_by && !file.is_closed())
        html << (file.risk_band ? ". Next review by " : ". Due by ") << date_words(*file.risk_review_by);
    return html;
}

Html plan(CaseView const& view) {
    auto const& file = view.file;
    Html html;
    if (file.steps_total > 0)
        html << file.steps_total - file.steps_late << " of "
             << text::count_of(file.steps_total, "step", "steps") << " on time. ";
    if (file.plan_agreed_on)
        html << "Agreed " << date_words(*file.plan_agreed_on);
    else if (file.plan_by && !file.is_closed())
        html << "Not agreed yet, due by " << date_words(*file.plan_by);
    else
        html << "Not agreed yet";
    return html;
}

Html first_contacts(CaseView const& view) {
    if (view.first_contacts.empty()) return Html::text("Not asked for: no complainant");
    std::vector<Html> parts;
    for (auto const& contact : view.first_contacts) {
        Html part;
        if (view.first_contacts.size() > 1) part << contact.name << ": ";
        part << first_contact_words(contact);
        if (view.file.is_high_until_assessed() && !contact.made_on) part << ". High risk until assessed";
        parts.push_back(std::move(part));
    }
    return html::lines(parts);
}

Html links(CaseView const& view) {
    if (view.links.empty()) return Html::text("None");
    std::vector<Html> parts;
    for (auto const& link : view.links) {
        Html part = html::a(case_address(link.reference), link.reference);
        part << " " << text::lower_ascii(words_of(link.kind)) << (link.is_closed ? ", closed" : "");
        parts.push_back(std::move(part));
    }
    return html::lines(parts);
}

class Rows {
  public:
    void add(char const* key, Html value, std::string href = {}, char const* act = "") {
        govuk::SummaryListRow row{.key = {.text = key}, .value = {.html = std::move(value)}};
        if (!href.empty())
            row.actions.items.push_back(
                {.href = std::move(href), .text = act, .visually_hidden_text = text::lower_ascii(key)});
        rows_.push_back(std::move(row));
    }
    std::vector<govuk::SummaryListRow> take() { return std::move(rows_); }

  private:
    std::vector<govuk::SummaryListRow> rows_;
};

}  // namespace

Html case_alert_list(CaseView const& view) {
    Html html;
    for (auto const& alert : view.alerts) {
        auto const look = look_of(alert.kind);
        govuk::MojAlert shown{.variant = look.variant, .title = alert.title, .classes = look.classes};
        shown.html << html::strong(alert.title + ". ") << alert.words;
        if (!alert.href.empty()) shown.html << " " << html::a(alert.href, "Open the order");
        govuk::append(html, shown);
    }
    return html;
}

Html case_tags(CaseView const& view, Date today) {
    std::vector<Html> tags{govuk::tag(stage_tag(view.file.state)),
                           govuk::tag(risk_tag(view.file.risk_band, before_assessment(view.file)))};
    if (!view.to_do.empty()) {
        auto const& first = view.to_do.front().item;
        auto const tag =
            work::due_tag(first.due_on, today, view.due_soon_days, work::short_words(first.kind));
        if (!tag.empty()) tags.push_back(govuk::tag(tag));
    }
    return html::div("ds-tags govuk-!-margin-bottom-6", html::join(tags, " "));
}

std::string first_contact_words(FirstContact const& contact) {
    auto const working_days = text::count_of(contact.working_days, "working day", "working days");
    switch (contact.state) {
        case FirstContact::State::kept:
            return contact.working_days == 0 ? "Kept, on the last day"
                                             : "Kept, with " + working_days + " to spare";
        case FirstContact::State::missed:
            return "Missed by " + working_days;
        case FirstContact::State::waiting:
            return contact.working_days == 0
                       ? "Due today"
                       : "Due by " + date_words(contact.due_on) + " (" + working_days + " left)";
        case FirstContact::State::overdue:
            return "Overdue by " + working_days + ": it was due by " + date_words(contact.due_on);
    }
    return {};
}

Html case_summary(CaseView const& view, Date today) {
    auto const address = case_address(view.file.reference);
    auto const if_may = [&](bool may, char const* path) { return may ? address + path : std::string(); };
    Rows rows;
    rows.add("Owner", Html::text(or_none(view.labels.owner_name, "Nobody yet")),
             if_may(view.may_hand_over, "/handover"), "Hand over");
    rows.add("Housing officer", Html::text(or_none(view.labels.housing_officer_name, "Not known")));
    rows.add("Next contact", next_contact(view, today), if_may(view.may_work, "/contacts/new"),
             "Record contact");
    rows.add("Risk", risk(view), if_may(view.may_assess, "/risk/new"), "Assess");
    rows.add("Plan", plan(view), if_may(view.may_plan, "/plan"), "Open");
    rows.add("First contact", first_contacts(view));
    if (view.review)
        rows.add("Case review count",
                 Html::text(std::to_string(view.review->complaints) + " of " +
                            std::to_string(view.review->needed) + " in " + view.review->period_words));
    rows.add("Linked cases", links(view), if_may(view.may_work, "/links"), "Link");
    rows.add("Partners", Html::text(view.partners.empty() ? "None" : text::join(view.partners, ", ")));
    return govuk::summary_list({.rows = rows.take()});
}

Html to_do_list(CaseView const& view, Date today) {
    if (view.to_do.empty())
        return html::p(view.file.is_closed() ? "Nothing: the case is closed."
                                             : "Nothing has a date at the moment.");
    govuk::TaskList list{.id_prefix = "to-do"};
    list.items.reserve(view.to_do.size());
    for (auto const& entry : view.to_do) {
        auto link = work::work_link(entry.item, view.file.reference, entry.about);
        auto hint = first_letter_up(work::due_words(entry.item.due_on, today));
        if (!entry.owner_name.empty()) hint += ", " + entry.owner_name;
        govuk::TaskListItem item{
            .title = {.text = std::move(link.words)},
            .hint = {.text = std::move(hint)},
            .status = {.tag = work::due_tag(entry.item.due_on, today, view.due_soon_days)},
            .href = std::move(link.href)};
        if (item.status.tag.empty()) item.status.text = "Later";
        list.items.push_back(std::move(item));
    }
    return govuk::task_list(list);
}

}  // namespace doorstep::pages::cases
