#include "usecases/orders/bundle.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "legal/legal_actions.h"
#include "storage/interventions.h"
#include "storage/legal_orders.h"
#include "storage/people.h"
#include "storage/received_files.h"
#include "usecases/orders/open_action.h"
#include "usecases/outbound/facts.h"
#include "usecases/outbound/leaving.h"
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

enum class BundleParts { all, schedule };

Expected<BundleView> bundle_with(Context& context, std::string_view reference, Action action,
                                 BundleParts parts) {
    auto opened = cases::open_case_for_page(context, reference, action);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const id = opened->file.id;
    BundleView view;
    view.area_and_kind = opened->file.title;
    auto const people = storage::people::people_of_case(tx, id);
    auto const labels = add_witnesses(people, view);
    view.facts = outbound::facts_for_court(tx, people);
    outbound::Leaving leaving(view.facts);

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
        one.words = leaving.words(listed.incident.description, "Incident " + std::to_string(number));
        one.listed = std::move(listed);
        view.schedule.push_back(std::move(one));
    }
    view.incidents_on_file = opened->header.counts.incidents;

    auto files = storage::received_files::of_case(tx, id);
    std::sort(files.begin(), files.end(),
              [](auto const& a, auto const& b) { return a.received_at < b.received_at; });
    for (auto& file : files) {
        auto label = "DS" + std::to_string(view.exhibits.size() + 1);
        auto words = leaving.words(file.description.empty() ? file.original_name : file.description,
                                   "Exhibit " + label);
        view.exhibits.push_back({std::move(label), std::move(file), std::move(words)});
    }

    for (auto const& one : view.schedule)
        view.chronology.push_back(
            {one.listed.incident.happened_on, "Incident " + std::to_string(one.number) + ": " + one.kind});
    bool const whole = parts == BundleParts::all;
    std::vector<storage::interventions::Named> steps_taken;
    if (whole) steps_taken = storage::interventions::of_case(tx, id, interventions_in_a_bundle);
    for (auto const& named : steps_taken) {
        auto words = std::string(context.settings().list("interventions").label(named.step.code));
        if (named.step.outcome) words += ": " + text::lower_ascii(words_of(*named.step.outcome));
        view.chronology.push_back({named.step.used_on, std::move(words)});
    }

    std::optional<LegalOrderId> newest;
    std::optional<LegalActionId> newest_action;
    std::vector<storage::legal_actions::ListedAction> listed_actions;
    if (whole) listed_actions = storage::legal_actions::of_case(tx, id, 25);
    for (auto& listed : listed_actions) {
        auto const* kind = legal::find_legal_action(listed.kind);
        if (!kind) continue;
        auto const form = enum_from_name<domain::orders::OrderForm>(listed.order_form);
        if (!newest && kind->has_clauses) newest = listed.order;
        if (!newest_action) newest_action = listed.id;
        view.chronology.push_back({listed.started_on, kind->label + ": started"});
        if (form && listed.order_from_at)
            view.chronology.push_back(
                {london_date(*listed.order_from_at), order_words(*kind, *form) + ": in force from"});
        view.actions.push_back({std::move(listed), kind->label, form ? order_words(*kind, *form) : ""});
    }
    if (newest_action) view.served = storage::legal_actions::services(tx, *newest_action);
    for (auto& service : view.served) {
        auto const where = "Service of " + date_words(london_date(service.served_at));
        service.on_whom = leaving.words(service.on_whom, where);
        service.proof = leaving.words(service.proof, where);
    }
    for (auto const& service : view.served)
        view.chronology.push_back(
            {london_date(service.served_at), "Served: " + text::lower_ascii(words_of(service.what))});
    std::stable_sort(view.chronology.begin(), view.chronology.end(),
                     [](auto const& a, auto const& b) { return a.on < b.on; });
    if (newest) {
        auto const may_be_named = storage::legal_orders::protected_people(tx, *newest);
        for (auto const& clause : storage::legal_orders::clauses(tx, *newest))
            if (!clause.struck)
                view.terms.push_back(
                    {clause.position,
                     leaving.term(clause, may_be_named, "Term " + std::to_string(clause.position)),
                     clause.power_of_arrest});
    }
    view.left_out = leaving.left_out();
    view.to_check = leaving.to_check();
    view.named = leaving.named();

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

}  // namespace

Expected<BundleView> view_bundle(Context& context, std::string_view reference) {
    return bundle_with(context, reference, Action::see_protected_details, BundleParts::all);
}

Expected<BundleView> view_schedule(Context& context, std::string_view reference) {
    return bundle_with(context, reference, Action::work_order, BundleParts::schedule);
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

documents::ReportSection schedule_section(BundleView const& view, std::string number) {
    auto schedule =
        table_of("Schedule of incidents, oldest first", {"No", "When", "Kind", "What happened", "Told by"});
    for (auto const& one : view.schedule)
        schedule.rows.push_back(
            {std::to_string(one.number), when_words(one.listed.incident), one.kind, one.words, one.told_by});
    return section_of(std::move(number), "Schedule of incidents", std::move(schedule),
                      "No incident is on file.");
}

documents::ReportSection exhibits_section(BundleView const& view, std::string number) {
    auto exhibits = table_of("Exhibits", {"Exhibit", "What it is", "Received"});
    for (auto const& exhibit : view.exhibits)
        exhibits.rows.push_back({exhibit.label, exhibit.words, instant_words(exhibit.file.received_at)});
    return section_of(std::move(number), "Exhibits", std::move(exhibits), "No file is on the case.");
}

documents::Report bundle_report(BundleView const& view, Settings const& settings, Instant now) {
    documents::Report report;
    report.title = "Bundle for court: " + view.header.reference;
    report.organisation = settings.site().landlord_name;
    report.status = "Draft: read it whole before it leaves";
    report.header = {{"About", view.area_and_kind}, {"Made", instant_words(now)}};

    auto chronology = table_of("Chronology, oldest first", {"Day", "What"});
    for (auto const& line : view.chronology) chronology.rows.push_back({date_words(line.on), line.words});
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

    std::vector<ReportSection> parts;
    parts.push_back(section_of("", "Chronology", std::move(chronology), "Nothing is on file yet."));
    parts.push_back(schedule_section(view, ""));
    parts.push_back(exhibits_section(view, ""));
    parts.push_back(
        section_of("", "Witnesses", std::move(witnesses), "Nobody on the case has reported or seen it."));
    parts.push_back(section_of("", "Legal action", std::move(actions), "None yet."));
    parts.push_back(section_of("", "Draft terms", std::move(terms), "No terms are written down yet."));
    parts.push_back(section_of("", "Service", std::move(served), "Nothing is served yet."));
    if (!view.named.empty())
        parts.push_back(
            {.level = 2, .title = "Named on purpose", .blocks = {TypedWords{as_list(view.named)}}});
    parts.push_back({.level = 2, .title = "Left out", .blocks = {TypedWords{as_list(view.left_out)}}});
    std::vector<std::string> contents;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        parts[n].number = std::to_string(n + 1);
        contents.push_back(parts[n].number + ". " + parts[n].title);
    }
    report.sections.push_back({.level = 2, .title = "Contents", .blocks = {TypedWords{as_list(contents)}}});
    for (auto& part : parts) report.sections.push_back(std::move(part));
    for (auto const& exhibit : view.exhibits)
        report.sections.push_back(
            {.level = 2,
             .title = "Exhibit " + exhibit.label,
             .blocks = {documents::ReportFacts{.rows = {{"Case", view.header.reference},
                                                        {"What it is", exhibit.words},
                                                        {"Received", instant_words(exhibit.file.received_at)},
                                                        {"SHA-256 of the file", exhibit.file.sha256}},
                                               .caption = "Exhibit " + exhibit.label}}});
    report.footer = "Made from the file of case " + view.header.reference + ".";
    return report;
}

Expected<papers::MadeFile> make_court_paper(Context& context, CaseFileId file, CourtPaper const& paper) {
    auto const reason = text::trim(paper.check_reason);
    if (!paper.to_check.empty() && reason.empty())
        return refuse_field("outbound-caution", "check-reason",
                            "Read what was found, and enter why it may leave");
    auto made = papers::make_report_file(*paper.report, paper.name, paper.format);
    if (!made) return made;
    auto const kept = context.change([&](Change& change) -> Expected<Done> {
        domain::events::Detail detail;
        detail.set("file_name", made->name);
        if (!paper.to_check.empty())
            detail.personal("check_found", text::join(paper.to_check, ". ")).personal("reason", reason);
        change.record(file, domain::events::bundle_made, paper.subject, detail);
        return Done{};
    });
    if (!kept) return refuse(kept.error());
    return made;
}

Expected<papers::MadeFile> make_bundle(Context& context, MakeBundle const& input) {
    if (input.format != papers::PaperFormat::pdf && input.format != papers::PaperFormat::docx)
        return refuse_field("no-such-format", "format", "Select a PDF or a Word document");
    auto const view = view_bundle(context, input.reference);
    if (!view) return refuse(view.error());
    auto const report = bundle_report(*view, context.settings(), context.now);
    return make_court_paper(context, view->header.id,
                            {.report = &report,
                             .name = "bundle-" + view->header.reference,
                             .format = input.format,
                             .subject = std::string(view->header.id.text()),
                             .to_check = view->to_check,
                             .check_reason = input.check_reason});
}

}  // namespace doorstep::usecases::orders
