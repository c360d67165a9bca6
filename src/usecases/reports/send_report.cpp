#include "usecases/reports/send_report.h"

#include <algorithm>

#include "base/text.h"
#include "domain/reports/check_report.h"
#include "legal/standard_ids.h"
#include "storage/drafts.h"
#include "storage/people.h"
#include "storage/received_files.h"
#include "storage/references.h"
#include "storage/reports.h"
#include "storage/work_items.h"
#include "usecases/messages/acknowledgement.h"
#include "usecases/reports/place_of_report.h"
#include "usecases/risk/taken_as_high.h"
#include "usecases/settings.h"

namespace doorstep::usecases::reports {

using domain::access::Action;
using domain::reports::Report;

namespace {

constexpr std::string_view online = "online";
constexpr std::string_view visit_note = "visit-note";
constexpr std::string_view import = "import";

/// Anybody may report online. The other ways are staff's, who write down what somebody told them.
Expected<Done> may_send(Context const& context, std::string_view channel) {
    if (channel == online) return Done{};
    if (channel == visit_note) return context.require(Action::log_note);
    if (channel == import) return context.require(Action::import_records);
    return context.require(Action::take_report);
}

/// A row of another system keeps the way it came in there, and knows what that system asked.
bool somebody_was_asked(Report const& report) {
    return report.channel != visit_note && report.channel != import && !report.import_source;
}

Expected<std::vector<domain::reports::KindFacts>> kind_facts(Report const& report, Settings const& settings) {
    auto const& list = settings.list("categories");
    std::vector<domain::reports::KindFacts> facts;
    for (auto const& code : report.categories) {
        auto const* entry = list.find(code, report.received_on);
        if (!entry) return refuse_field("kind-unknown", "kinds", "Choose the kinds from the list");
        facts.push_back({.is_hate = entry->detail("hate") == "true",
                         .is_restricted = entry->detail("restricted") == "true"});
    }
    return facts;
}

/// The kind that stands for "not said": marked in the list, so that a landlord may rename it.
std::string kind_when_not_said(Settings const& settings, Date on) {
    auto const entries = settings.list("categories").in_use(on);
    for (auto const* entry : entries)
        if (entry->detail("when_not_said") == "true") return entry->code;
    return entries.empty() ? std::string() : entries.back()->code;
}

std::string_view scope_of(Report const& report) {
    return report.taken_as_high ? legal::standard_scopes::high_risk : legal::standard_scopes::everything;
}

void fill_dates(Report& report, Instant now, Date today) {
    if (report.received_on == Date()) report.received_on = today;
    // What is written down later is taken as received at midday of its day; a loaded row may know the time.
    if (report.received_on == today)
        report.received_at = now;
    else if (london_date(report.received_at) != report.received_on)
        report.received_at = london_instant(report.received_on, {12, 0});
}

/// By its kinds and flags, which are set by now.
void promise_first_contact(Report& report, Settings const& settings) {
    auto kinds = report.categories;
    kinds.push_back(report.category);
    report.taken_as_high = risk::is_taken_as_high(settings,
                                                  {.kinds = std::move(kinds),
                                                   .hate = report.hate,
                                                   .in_danger = report.in_danger,
                                                   .self_harm = report.self_harm},
                                                  report.received_on);
    report.first_contact_by = settings.standards()
                                  .deadline(legal::standard_ids::first_contact, report.received_on,
                                            scope_of(report), settings.site().division)
                                  .by;
}

std::optional<Report> the_same(storage::sql::Read& tx, Report const& report) {
    if (report.idempotency_key)
        if (auto found = storage::reports::find_by_idempotency_key(tx, *report.idempotency_key)) return found;
    if (report.import_source && report.import_key)
        return storage::reports::find_imported(tx, *report.import_source, *report.import_key);
    return std::nullopt;
}

ReportSent already_there(Report const& report) {
    return {.id = report.id,
            .reference = report.reference,
            .first_contact_by = report.first_contact_by,
            .officer = {},
            .was_there = true};
}

void take_files(Change& change, SendReport const& input, Report const& report) {
    for (auto file : input.files) {
        file.id = change.new_id<FileId>();
        file.report = report.id;
        file.received_at = change.now;
        file.received_by = report.taken_by;
        storage::received_files::insert(change.tx, file);
    }
    if (input.draft) storage::received_files::give_to_report(change.tx, *input.draft, report.id);
    if (!input.draft && input.files.empty()) return;
    for (auto const& file : storage::received_files::of_report(change.tx, report.id))
        change.record(report.id, domain::events::file_received, file.id.text(),
                      domain::events::Detail()
                          .set("content_type", file.content_type)
                          .set("size", file.size_bytes)
                          .set("sha256", file.sha256)
                          .personal("name", file.original_name));
}

domain::events::Detail detail_of(Report const& report, SendReport const& input,
                                 legal::Standards const& standards) {
    domain::events::Detail detail;
    detail.set("reference", report.reference)
        .set("channel", report.channel)
        .set("language", report.language)
        .set("received_on", report.received_on)
        .set("kinds", text::join(report.categories, " "))
        .set("first_contact_by", report.first_contact_by)
        .set("in_danger", report.in_danger)
        .set("self_harm", report.self_harm)
        .set("hate", report.hate)
        .set("high_profile", report.high_profile)
        .set("high_risk_until_assessed", report.taken_as_high)
        .set("anonymous", report.anonymous)
        .set("who_for", report.who_for);
    if (input.was_signposted) detail.set("was_signposted", true);
    if (!input.rights_shown.empty()) detail.set("rights_shown", input.rights_shown);
    if (auto const row =
            standards.on(legal::standard_ids::first_contact, report.received_on, scope_of(report)))
        detail.set("standard", std::string(legal::standard_ids::first_contact) + " " +
                                   std::to_string(row->value) + " from " + row->in_force_from.iso());
    detail.personal("name", report.reporter_name)
        .personal("place", report.place_text)
        .personal("what", report.what_happened);
    if (input.safe_contact)
        detail.personal("safe_contact", domain::people::safe_contact_words(*input.safe_contact));
    return detail;
}

/// Sent once: only what shows that it was is left of the draft.
void end_draft(Change& change, DraftId id, Report const& report) {
    auto draft = storage::drafts::find(change.tx, id);
    if (!draft) return;
    draft->answers = "{\"sent\":[\"" + std::string(report.id.text()) + "\"]}";
    draft->step = domain::reports::sent_step;
    draft->updated_at = change.now;
    storage::drafts::save(change.tx, *draft);
    storage::drafts::set_code(change.tx, id, std::nullopt);
}

}  // namespace

Expected<ReportSent> put_report(Change& change, Settings const& settings, SendReport const& input) {
    auto report = input.report;
    report.state = domain::reports::State::waiting;
    if (input.draft) report.idempotency_key = std::string(input.draft->text());
    if (auto const found = the_same(change.tx, report)) return already_there(*found);

    fill_dates(report, change.now, change.today);
    auto const kinds = kind_facts(report, settings);
    if (!kinds) return refuse(kinds.error());
    if (report.category.empty())
        report.category = report.categories.empty() ? kind_when_not_said(settings, report.received_on)
                                                    : report.categories.front();
    domain::reports::set_flags(report, *kinds);
    promise_first_contact(report, settings);
    if (report.anonymous) report.reporter_name.clear();

    auto safe_contact = input.safe_contact;
    if (safe_contact) safe_contact->agreed_on = report.received_on;
    auto const allowed = domain::reports::check_report(
        report, {.today = change.today,
                 .safe_contact = safe_contact,
                 .ask = somebody_was_asked(report) ? domain::reports::Ask::how_to_reach_them
                                                   : domain::reports::Ask::nothing_about_them});
    if (!allowed) return refuse(allowed.error());

    auto const place = place_of_report(change.tx, report, change.today);
    report.postcode = place.postcode;
    report.area = place.area;

    report.id = change.new_id<ReportId>();
    auto const year = report.received_on.year();
    report.reference =
        domain::reports::report_reference(year, storage::references::next_number(change.tx, "report", year));
    if (report.channel != online && !report.taken_by) report.taken_by = change.viewer.account;
    if (safe_contact) {
        report.safe_contact_id = std::string(change.ids().next().text());
        storage::people::insert_safe_contact_row(change.tx, *report.safe_contact_id, *safe_contact);
    }
    if (!storage::reports::insert(change.tx, report))
        return refuse(RefusalKind::conflict, "already-there", "This report was taken in already");

    // Nobody's: those who may see the restricted queue share it out.
    auto const officer = report.high_profile ? std::nullopt : place.officer;
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = officer,
                              .kind = domain::work::Kind::triage,
                              .case_file = {},
                              .report = report.id,
                              .subject = std::string(report.id.text()),
                              .due_on = report.first_contact_by,
                              .high_risk = report.taken_as_high},
                             change.now);
    change.record(report.id, domain::events::report_received, report.id.text(),
                  detail_of(report, input, settings.standards()));
    take_files(change, input, report);
    if (somebody_was_asked(report)) messages::acknowledge_report(change, settings, report);
    if (input.draft) end_draft(change, *input.draft, report);
    return ReportSent{.id = report.id,
                      .reference = report.reference,
                      .first_contact_by = report.first_contact_by,
                      .officer = officer};
}

Expected<ReportSent> send_report(Context& context, SendReport const& input) {
    if (auto const allowed = may_send(context, input.report.channel); !allowed)
        return refuse(allowed.error());
    auto key = input.report;
    if (input.draft) key.idempotency_key = std::string(input.draft->text());
    if (auto const found = the_same(context.read(), key)) return already_there(*found);

    auto const& settings = context.settings();
    auto sent = context.change([&](Change& change) -> Expected<ReportSent> {
        auto made = put_report(change, settings, input);
        // Somebody was faster: nothing is changed, and what they made is the answer.
        if (made && made->was_there)
            return refuse(RefusalKind::conflict, "already-there", "This report was taken in already");
        return made;
    });
    if (!sent && sent.error().code() == "already-there")
        if (auto const found = the_same(context.read(), key)) return already_there(*found);
    return sent;
}

}  // namespace doorstep::usecases::reports
