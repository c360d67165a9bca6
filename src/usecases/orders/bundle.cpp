#include "usecases/orders/bundle.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "domain/outbound/check.h"
#include "legal/legal_actions.h"
#include "storage/legal_orders.h"
#include "storage/people.h"
#include "storage/received_files.h"
#include "usecases/orders/open_action.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::people::Part;

namespace {

/// "A", "B", ... "Z", "AA"
std::string letters_of(int number) {
    std::string letters;
    for (++number; number > 0; number = (number - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
    return letters;
}

constexpr std::string_view taken_out = "[left out]";

/// Who must not be recognised by whoever reads the bundle.
domain::outbound::Facts protected_facts(std::vector<storage::people::PersonOnCase> const& people) {
    domain::outbound::Facts facts;
    for (auto const& entry : people) {
        auto const part = entry.part.part;
        if (!entry.person ||
            (part != Part::complainant && part != Part::witness && part != Part::professional))
            continue;
        bool const is_named = !entry.part.anonymous;
        if (is_named) facts.known_names.push_back(entry.person->name);
        auto const hide = [&](std::string telephone, std::string email) {
            facts.hidden.push_back(
                {.who = is_named ? "somebody who gives evidence" : "somebody who is never named",
                 .name = is_named ? std::string() : entry.person->name,
                 .address = entry.person->address_text,
                 .telephone = std::move(telephone),
                 .email = std::move(email)});
        };
        hide(entry.person->telephone, entry.person->email);
        if (entry.safe_contact) hide(entry.safe_contact->telephone, entry.safe_contact->email);
    }
    return facts;
}

bool same_letter(char a, char b) {
    auto const small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return small(a) == small(b);
}

void take_out(std::string& text, std::string_view words) {
    if (words.empty()) return;
    for (auto from = text.begin();;) {
        auto const found = std::search(from, text.end(), words.begin(), words.end(), same_letter);
        if (found == text.end()) return;
        auto const at = found - text.begin();
        text.replace(static_cast<std::size_t>(at), words.size(), taken_out);
        from = text.begin() + at + static_cast<std::ptrdiff_t>(taken_out.size());
    }
}

/// What was written down as it may leave; says in the view what was done.
std::string without_protected(std::string const& written, std::string const& where,
                              domain::outbound::Facts const& facts, BundleView& view) {
    auto text = written;
    for (auto const& finding : domain::outbound::check(written, facts))
        if (finding.severity == domain::outbound::Severity::block)
            take_out(text, finding.words);
        else
            view.to_check.push_back(where + ": “" + finding.words + "”: " + finding.reason);
    if (domain::outbound::has_block(domain::outbound::check(text, facts))) {
        view.left_out.push_back(where + ": its words, which point to somebody protected");
        return "[left out: it points to somebody protected. A witness may say it in court]";
    }
    if (text != written)
        view.left_out.push_back(where + ": words that point to somebody protected, marked “" +
                                std::string(taken_out) + "”");
    return text;
}

/// Who gives evidence: those who reported or saw it. Somebody who is never named has a letter.
std::map<std::string, std::string> add_witnesses(std::vector<storage::people::PersonOnCase> const& people,
                                                 BundleView& view) {
    std::map<std::string, std::string> labels;
    int unnamed = 0;
    for (auto const& entry : people) {
        auto const part = entry.part.part;
        if (part != Part::complainant && part != Part::witness && part != Part::professional) continue;
        bool const anonymous = entry.part.anonymous || !entry.person;
        auto label = anonymous ? "Witness " + letters_of(unnamed++) : entry.person->name;
        labels.emplace(entry.part.id.text(), label);
        view.witnesses.push_back({std::move(label), std::string(words_of(part)), anonymous});
    }
    return labels;
}

}  // namespace

Expected<BundleView> view_bundle(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const id = opened->file.id;
    BundleView view;
    view.area_and_kind = opened->file.title;
    auto const people = storage::people::people_of_case(tx, id);
    auto const labels = add_witnesses(people, view);
    auto const facts = protected_facts(people);

    auto incidents = storage::incidents::of_case(tx, id, incidents_in_a_bundle, 0);
    std::reverse(incidents.begin(), incidents.end());
    int number = 0;
    auto const& categories = context.settings().list("categories");
    for (auto& listed : incidents) {
        BundleView::Numbered one;
        one.number = ++number;
        one.kind = categories.label(listed.incident.category);
        one.told_by = words_of(listed.incident.source);
        if (listed.incident.person)
            if (auto const found = labels.find(std::string(listed.incident.person->text()));
                found != labels.end())
                one.told_by += ": " + found->second;
        one.words =
            without_protected(listed.incident.description, "Incident " + std::to_string(number), facts, view);
        one.listed = std::move(listed);
        view.schedule.push_back(std::move(one));
    }
    view.incidents_on_file = opened->header.counts.incidents;

    auto files = storage::received_files::of_case(tx, id);
    std::sort(files.begin(), files.end(),
              [](auto const& a, auto const& b) { return a.received_at < b.received_at; });
    for (auto& file : files) {
        auto label = "DS" + std::to_string(view.exhibits.size() + 1);
        auto words = without_protected(file.description.empty() ? file.original_name : file.description,
                                       "Exhibit " + label, facts, view);
        view.exhibits.push_back({std::move(label), std::move(file), std::move(words)});
    }

    std::optional<LegalOrderId> newest;
    std::optional<LegalActionId> newest_action;
    for (auto& listed : storage::legal_actions::of_case(tx, id, 25)) {
        auto const* kind = legal::find_legal_action(listed.kind);
        if (!kind) continue;
        auto const form = enum_from_name<domain::orders::OrderForm>(listed.order_form);
        if (!newest && kind->has_clauses) newest = listed.order;
        if (!newest_action) newest_action = listed.id;
        view.actions.push_back({std::move(listed), kind->label, form ? order_words(*kind, *form) : ""});
    }
    if (newest_action) view.served = storage::legal_actions::services(tx, *newest_action);
    if (newest)
        for (auto const& clause : storage::legal_orders::clauses(tx, *newest))
            if (!clause.struck) view.terms.push_back({clause.position, clause.words, clause.power_of_arrest});

    int const unnamed = static_cast<int>(std::count_if(view.witnesses.begin(), view.witnesses.end(),
                                                       [](auto const& w) { return w.is_anonymous; }));
    view.left_out.emplace_back(
        "Addresses, telephone numbers and e-mail addresses of everybody who reported or saw it");
    if (unnamed > 0)
        view.left_out.push_back("The names of " + text::count_of(unnamed, "person who is", "people who are") +
                                " never named: a letter stands for each");
    view.left_out.emplace_back("Risk assessments, safe ways of contact, and notes for our staff");
    if (view.incidents_on_file > static_cast<int>(view.schedule.size()))
        view.left_out.push_back("Incidents before the newest " + std::to_string(incidents_in_a_bundle));
    context.note_view("export", id, id.text());
    view.header = std::move(opened->header);
    return view;
}

namespace {

using documents::ReportSection;
using documents::ReportTable;
using documents::TypedWords;

std::string when_words(domain::incidents::Incident const& incident) {
    auto words = date_words(incident.happened_on);
    if (incident.happened_time) words += " at " + incident.happened_time->words();
    return words;
}

/// A section of one table, or of a sentence where there is nothing.
ReportSection section_of(std::string number, std::string title, ReportTable table, std::string nothing) {
    ReportSection section{.level = 2, .number = std::move(number), .title = std::move(title), .blocks = {}};
    if (table.rows.empty())
        section.blocks.emplace_back(TypedWords{std::move(nothing)});
    else
        section.blocks.emplace_back(std::move(table));
    return section;
}

ReportTable table_of(std::string caption, std::vector<std::string> head) {
    return {.caption = std::move(caption), .head = std::move(head), .rows = {}, .has_numbers = false};
}

std::string as_list(std::vector<std::string> const& lines) {
    std::string words;
    for (auto const& line : lines) words += "- " + line + "\n";
    return words;
}

}  // namespace

documents::Report bundle_report(BundleView const& view, Settings const& settings, Instant now) {
    documents::Report report;
    report.title = "Bundle for court: " + view.header.reference;
    report.organisation = settings.site().landlord_name;
    report.status = "Draft: read it whole before it leaves";
    report.header = {{"About", view.area_and_kind}, {"Made", instant_words(now)}};

    auto schedule =
        table_of("Schedule of incidents, oldest first", {"No", "When", "Kind", "What happened", "Told by"});
    for (auto const& one : view.schedule)
        schedule.rows.push_back(
            {std::to_string(one.number), when_words(one.listed.incident), one.kind, one.words, one.told_by});
    auto exhibits = table_of("Exhibits", {"Exhibit", "What it is", "Received"});
    for (auto const& exhibit : view.exhibits)
        exhibits.rows.push_back({exhibit.label, exhibit.words, instant_words(exhibit.file.received_at)});
    auto witnesses = table_of("Witnesses", {"Who", "As"});
    for (auto const& witness : view.witnesses) witnesses.rows.push_back({witness.label, witness.part});
    auto actions = table_of("Legal action", {"What", "Started", "Made"});
    for (auto const& action : view.actions)
        actions.rows.push_back({action.label, date_words(action.listed.started_on),
                                action.order.empty() ? "Nothing yet" : action.order});
    auto terms = table_of("Terms", {"No", "Term", "Power of arrest"});
    for (auto const& term : view.terms)
        terms.rows.push_back(
            {std::to_string(term.position), term.words, term.power_of_arrest ? "Yes" : "No"});
    auto served = table_of("Service", {"When", "What, on whom", "How, and proof"});
    for (auto const& service : view.served)
        served.rows.push_back(
            {instant_words(service.served_at),
             std::string(words_of(service.what)) + ", on " + service.on_whom,
             std::string(words_of(service.how)) + (service.proof.empty() ? "" : ". " + service.proof)});

    report.sections.push_back(
        section_of("1", "Schedule of incidents", std::move(schedule), "No incident is on file."));
    report.sections.push_back(section_of("2", "Exhibits", std::move(exhibits), "No file is on the case."));
    report.sections.push_back(
        section_of("3", "Witnesses", std::move(witnesses), "Nobody on the case has reported or seen it."));
    report.sections.push_back(section_of("4", "Legal action", std::move(actions), "None yet."));
    report.sections.push_back(section_of("5", "Terms", std::move(terms), "No terms are written down yet."));
    report.sections.push_back(section_of("6", "Service", std::move(served), "Nothing is served yet."));
    report.sections.push_back(
        {.level = 2, .number = "7", .title = "Left out", .blocks = {TypedWords{as_list(view.left_out)}}});
    report.footer = "Made from the file of case " + view.header.reference + ".";
    return report;
}

}  // namespace doorstep::usecases::orders
