#include "usecases/triage/decide.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/case_links.h"
#include "storage/cases.h"
#include "storage/incidents.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/received_files.h"
#include "storage/triage.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/cases/open_new_case.h"
#include "usecases/find/case_words.h"
#include "usecases/messages/put_message.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/settings.h"
#include "usecases/triage/first_people.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::people::SafeContact;
using domain::reports::Report;
using domain::triage::Decision;
using domain::triage::Path;

namespace {

/// Everything about one decision under way.
struct Deciding {
    DecideReport const& input;
    Report& report;
    std::optional<SafeContact> safe_contact;
    ReportDecided result;
};

/// Chosen from those the viewer was shown; anybody else is refused, whatever id was sent.
Expected<Done> check_reporter(Change& change, Deciding const& deciding) {
    if (!deciding.input.reporter) return Done{};
    auto const shown = likely_reporters(change.tx, change.viewer, deciding.report, deciding.safe_contact);
    bool const among = std::any_of(shown.begin(), shown.end(), [&](LikelyReporter const& one) {
        return one.id == deciding.input.reporter;
    });
    if (!among)
        return refuse_field("person-unknown", "reporter", "Choose from the list, or that it is somebody new");
    return Done{};
}

domain::incidents::Source source_of(Report const& report) {
    using domain::incidents::Source;
    using domain::reports::WhoFor;
    switch (report.who_for) {
        case WhoFor::witness:
            return Source::witness;
        case WhoFor::staff:
            return Source::officer;
        case WhoFor::professional:
            return Source::partner;
        case WhoFor::not_said:
        case WhoFor::me:
        case WhoFor::someone_else:
            break;
    }
    return Source::complainant;
}

/// What was reported stands in the schedule of the case, on the day it happened, else on the day we were
/// told.
IncidentId put_incident(Change& change, Deciding const& deciding, CaseFile const& file) {
    auto const& report = deciding.report;
    domain::incidents::Incident incident;
    incident.id = change.new_id<IncidentId>();
    incident.case_file = file.id;
    incident.report = report.id;
    incident.happened_on = report.happened_on.value_or(report.received_on);
    incident.category = report.category;
    incident.place_text = report.place_text;
    incident.description = report.what_happened;
    incident.source = source_of(report);
    if (report.reporter)
        for (auto const& person : storage::people::of_case(change.tx, file.id))
            if (person.person == report.reporter) incident.person = person.id;
    incident.recorded_by = change.viewer.account;
    incident.recorded_at = change.now;
    storage::incidents::insert(change.tx, incident);
    return incident.id;
}

/// What was written to the reporter before there was a case is part of its file too.
void take_messages(Change& change, Report const& report, CaseFile const& file) {
    if (storage::messages::give_to_case(change.tx, report.id, file.id) == 0) return;
    for (auto const& message : storage::messages::of_report(change.tx, report.id)) {
        domain::events::Detail detail;
        detail.set("letter", message.wording)
            .set("wording_version", message.wording_version)
            .set("language", message.language)
            .set("channel", message.channel)
            .set("side", message.side)
            .set("state", message.state)
            .set("on", london_date(message.created_at))
            .personal("to", message.addressee);
        change.record(file.id, domain::events::message_written, message.id.text(), detail);
        if (message.sent_at)
            change.record(file.id, domain::events::message_sent, message.id.text(),
                          domain::events::Detail()
                              .set("channel", message.channel)
                              .set("side", message.side)
                              .set("on", london_date(*message.sent_at))
                              .personal("to", message.addressee));
    }
}

/// The report with its files becomes part of the case.
Expected<Done> join(Change& change, Settings const& settings, Deciding& deciding, CaseFile& file) {
    auto& report = deciding.report;
    report.case_file = file.id;
    if (storage::received_files::give_to_case(change.tx, report.id, file.id) > 0)
        for (auto const& received : storage::received_files::of_report(change.tx, report.id))
            change.record(file.id, domain::events::file_received, received.id.text(),
                          domain::events::Detail()
                              .set("reference", report.reference)
                              .set("received_on", report.received_on)
                              .set("content_type", received.content_type)
                              .set("size", received.size_bytes)
                              .set("sha256", received.sha256)
                              .personal("file_name", received.original_name));
    auto const incident = put_incident(change, deciding, file);
    take_messages(change, report, file);
    change.record(file.id, domain::events::report_joined, report.id.text(),
                  domain::events::Detail()
                      .set("reference", report.reference)
                      .set("incident", incident)
                      .set("channel", report.channel)
                      .set("received_on", report.received_on)
                      .set("happened_on", report.happened_on)
                      .set("category", report.category)
                      .personal("what", report.what_happened));
    if (auto saved = save_report(change, report); !saved) return saved;
    find::keep_case_words(change.tx, settings, file);
    deciding.result.case_reference = file.reference;
    deciding.result.first_contact_by = file.first_contact_by;
    return Done{};
}

/// The case that the new one is to be linked with; nothing when none was asked for. A closed one is as good.
Expected<std::optional<CaseFile>> case_to_link(Change& change, DecideReport const& input) {
    auto const reference = std::string(text::trim(input.linked_case));
    if (reference.empty()) return std::optional<CaseFile>();
    if (!input.link_kind)
        return refuse_field("link-kind-missing", "link-kind", "Select how the two cases belong together");
    auto file = cases::open_case(change.tx, change.viewer, reference, Action::see_case);
    if (!file && file.error().kind() == RefusalKind::not_found)
        return refuse_field("case-not-found", "linked-case", file.error().message());
    if (!file) return refuse(file.error());
    return std::optional(std::move(*file));
}

void link(Change& change, DecideReport const& input, CaseFile const& file, CaseFile const& other) {
    auto const reason = "Found in triage: " + input.reason;
    storage::cases::insert_link(change.tx, {.one = file.id,
                                            .other = other.id,
                                            .kind = *input.link_kind,
                                            .reason = reason,
                                            .linked_by = change.viewer.account,
                                            .linked_at = change.now});
    for (auto const& [one, two] : {std::pair{&file, &other}, std::pair{&other, &file}})
        change.record(one->id, domain::events::case_linked, two->id.text(),
                      domain::events::Detail()
                          .set("other_case", two->reference)
                          .set("link", *input.link_kind)
                          .personal("reason", reason));
}

Expected<Done> open_it(Change& change, Settings const& settings, Deciding& deciding) {
    auto& report = deciding.report;
    cases::NewCase wanted;
    wanted.category = deciding.input.kind;
    wanted.subcategory = deciding.input.closer_kind;
    wanted.title = deciding.input.title;
    wanted.channel = report.channel;
    wanted.raised_on = report.received_on;
    wanted.address = report.address;
    wanted.place_text = report.place_text;
    wanted.area = report.area;
    wanted.hate = report.hate;
    wanted.in_danger = report.in_danger;
    wanted.self_harm = report.self_harm;
    wanted.high_profile = report.high_profile;
    wanted.taken_as_high = report.taken_as_high;
    wanted.owner = deciding.input.owner;
    auto const known = deciding.input.reporter ? deciding.input.reporter : report.reporter;
    if (auto person = reporter_part(report, deciding.safe_contact, known))
        wanted.people.push_back(std::move(*person));
    if (auto person = person_complained_about(deciding.input)) wanted.people.push_back(std::move(*person));
    auto const other = case_to_link(change, deciding.input);
    if (!other) return refuse(other.error());

    auto opened = cases::open_new_case(change, settings, wanted);
    if (!opened) return refuse(opened.error());
    for (auto const& person : opened->people)
        if (person.side != domain::people::Side::complained_about && person.person)
            report.reporter = person.person;
    if (opened->file.owner)
        if (auto const owner = storage::accounts::find(change.tx, *opened->file.owner))
            deciding.result.owner_name = owner->name;
    if (*other) link(change, deciding.input, opened->file, **other);
    return join(change, settings, deciding, opened->file);
}

/// The reporter's part in a case that is open already: theirs if they have one, else a new one.
void put_reporter_on(Change& change, Deciding& deciding, CaseFile const& file) {
    auto& report = deciding.report;
    auto const known = deciding.input.reporter ? deciding.input.reporter : report.reporter;
    if (known) {
        report.reporter = known;
        for (auto const& person : storage::people::of_case(change.tx, file.id))
            if (person.person == known && !person.left_on) return;
    }
    auto const person = reporter_part(report, deciding.safe_contact, known);
    if (!person) return;
    auto const part = cases::put_person(change, file, *person, report.received_on);
    if (part.person) report.reporter = part.person;
}

Expected<Done> add_it(Change& change, Settings const& settings, Deciding& deciding) {
    auto const reference = std::string(text::trim(deciding.input.case_reference));
    auto file = cases::open_case_to_change(change, reference, Action::work_case);
    if (!file &&
        (file.error().kind() == RefusalKind::not_found || file.error().kind() == RefusalKind::closed))
        return refuse_field(file.error().code(), "case", file.error().message());
    if (!file) return refuse(file.error());
    auto& report = deciding.report;
    file->in_danger = file->in_danger || report.in_danger;
    file->self_harm = file->self_harm || report.self_harm;
    file->hate = file->hate || report.hate;
    // Once it was assessed the band decides.
    if (report.taken_as_high && !file->risk_band && !file->taken_as_high_on)
        file->taken_as_high_on = report.received_on;
    put_reporter_on(change, deciding, *file);
    risk::apply_risk(change, settings, *file);
    people::keep_officers_told(change, settings, *file, storage::people::of_case(change.tx, file->id));
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
    if (auto saved = cases::save_case(change, *file); !saved) return saved;
    messages::write_rights_letters(change, settings, *file);
    if (file->owner)
        if (auto const owner = storage::accounts::find(change.tx, *file->owner))
            deciding.result.owner_name = owner->name;
    return join(change, settings, deciding, *file);
}

Expected<Done> mark_duplicate(Change& change, Deciding& deciding) {
    auto& report = deciding.report;
    auto const reference = std::string(text::trim(deciding.input.duplicate_of));
    auto const other = storage::reports::find_by_reference(change.tx, reference);
    if (!other ||
        !storage::reports::may_see(change.tx, other->id, storage::reports::report_scope(change.viewer)))
        return refuse_field("report-unknown", "duplicate-of",
                            "There is no report with this reference that you can see");
    // The first of several tells the story: chains of duplicates would lead nowhere.
    auto const first = other->duplicate_of.value_or(other->id);
    if (first == report.id)
        return refuse_field("report-itself", "duplicate-of", "Enter the reference of another report");
    report.duplicate_of = first;
    return save_report(change, report);
}

Expected<Done> carry_out(Change& change, Settings const& settings, Deciding& deciding) {
    switch (deciding.input.path) {
        case Path::open_case:
            return open_it(change, settings, deciding);
        case Path::add_to_case:
            return add_it(change, settings, deciding);
        case Path::duplicate:
            return mark_duplicate(change, deciding);
        case Path::signpost: {
            auto const* service = settings.list("signposts").find(deciding.input.signpost, change.today);
            if (!service || !service->is_in_use(change.today))
                return refuse_field("signpost-unknown", "signpost", "Select who can help");
            return save_report(change, deciding.report);
        }
        case Path::everyday_noise:
            return save_report(change, deciding.report);
        case Path::dealt_with_before:
            break;
    }
    return refuse_field("path-unknown", "path", "Select what happens to the report");
}

Decision decision_of(Change& change, DecideReport const& input) {
    Decision decision;
    decision.report = input.report;
    decision.path = input.path;
    decision.is_asb = input.is_asb.value_or(false);
    decision.reason = input.reason;
    decision.explanation = input.explanation;
    if (input.path == Path::everyday_noise) decision.everyday_noise_step = input.step;
    if (input.path == Path::signpost) decision.signpost = input.signpost;
    decision.decided_by = change.viewer.account;
    decision.decided_at = change.now;
    decision.decided_on = change.today;
    return decision;
}

void record_decision(Change& change, Decision const& decision, Deciding const& deciding) {
    domain::events::Detail detail;
    detail.set("path", decision.path).set("is_asb", decision.is_asb);
    if (decision.everyday_noise_step) detail.set("step", *decision.everyday_noise_step);
    if (!decision.signpost.empty()) detail.set("signpost", decision.signpost);
    if (!deciding.result.case_reference.empty()) detail.set("other_case", deciding.result.case_reference);
    if (deciding.report.duplicate_of) detail.set("duplicate_of", *deciding.report.duplicate_of);
    detail.set("can_be_told", deciding.result.can_be_told)
        .personal("reason", decision.reason)
        .personal("explanation", decision.explanation);
    change.record(deciding.report.id, domain::events::report_decided, deciding.report.id.text(), detail);
    // The file of the case tells its own beginning.
    if (deciding.report.case_file)
        change.record(*deciding.report.case_file, domain::events::report_decided, deciding.report.id.text(),
                      detail);
}

/// Whoever reported, as the case that it became knows them, else as the report does.
messages::Recipient reader_of(storage::sql::Read& tx, Report const& report) {
    auto reader = messages::recipient_of_report(tx, report);
    if (!report.case_file) return reader;
    for (auto const& entry : storage::people::people_of_case(tx, *report.case_file)) {
        bool const is_them =
            report.reporter ? entry.part.person == report.reporter
                            : report.safe_contact_id && entry.part.safe_contact_id == report.safe_contact_id;
        if (!is_them || entry.part.left_on) continue;
        auto on_case = messages::recipient_on_case(tx, entry);
        if (on_case.reach.postal_address.empty()) on_case.reach.postal_address = reader.reach.postal_address;
        on_case.report = report.id;
        return on_case;
    }
    reader.case_file = report.case_file;
    return reader;
}

/// The explanation goes to whoever reported, whether or not there is a case now: in writing where a way is
/// safe, else as something that a colleague tells them.
Expected<Done> tell_reporter(Change& change, Settings const& settings, Deciding& deciding) {
    if (!deciding.result.can_be_told || text::trim(deciding.input.explanation).empty()) return Done{};
    std::optional<CaseFile> file;
    if (deciding.report.case_file) file = storage::cases::find(change.tx, *deciding.report.case_file);
    domain::wording::Fields own;
    own.set(std::string(domain::messages::fields::report_reference), deciding.report.reference);
    own.set(std::string(domain::messages::fields::explanation), deciding.input.explanation);
    auto const to = reader_of(change.tx, deciding.report);
    auto const put = messages::put_message(change, settings,
                                           {.letter = domain::messages::letters::report_decision,
                                            .to = to,
                                            .file = file ? &*file : nullptr,
                                            .fields = own,
                                            .channel = {},
                                            .check_reason = "",
                                            .cause = {},
                                            .numbers = {},
                                            .if_no_way = messages::IfNoWay::tell});
    deciding.result.letter_written = put && put->is_written();
    deciding.result.to_be_told = put && !put->is_written();
    // A site without its own telephone number has words for nobody: that must not keep a case from being
    // opened, nor what is only to be said from being decided.
    bool const can_write = domain::messages::best_channel(to.reach, change.emails_reach_people()).has_value();
    if (put || (put.error().code() == "wording-field-empty" && (file || !can_write))) return Done{};
    return refuse_field(put.error().code(), "explanation", put.error().message());
}

}  // namespace

Expected<ReportDecided> decide_report(Context& context, DecideReport const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<ReportDecided> {
        auto report = open_report_to_change(change, input.report, Action::decide_triage, input.version);
        if (!report) return refuse(report.error());
        if (!input.is_asb) return refuse_field("is-asb-missing", "is-asb", "Select yes or no");
        Deciding deciding{.input = input,
                          .report = *report,
                          .safe_contact = safe_contact_of(change.tx, *report),
                          .result = {}};
        deciding.result.path = input.path;
        deciding.result.can_be_told = can_be_told(*report, deciding.safe_contact);
        auto const decision = decision_of(change, input);
        auto const allowed = domain::triage::check_decision(
            decision, {.case_chosen = !text::trim(input.case_reference).empty(),
                       .report_chosen = !text::trim(input.duplicate_of).empty(),
                       .can_be_explained = deciding.result.can_be_told});
        if (!allowed) return refuse(allowed.error());
        if (auto checked = check_reporter(change, deciding); !checked) return refuse(checked.error());

        report->state = domain::triage::state_after(input.path);
        // Who decided stays with the report, so that whoever comes second is told by whom.
        report->looked_at_by = change.viewer.account;
        report->looked_at_at = change.now;
        if (auto done = carry_out(change, settings, deciding); !done) return refuse(done.error());
        storage::triage::insert(change.tx, decision);
        storage::work_items::finish(change.tx, domain::work::Kind::triage, report->id.text(), change.now);
        record_decision(change, decision, deciding);
        if (auto told = tell_reporter(change, settings, deciding); !told) return refuse(told.error());
        if (change.viewer.account)
            storage::work_items::give_of_report(change.tx, report->id, *change.viewer.account);
        return deciding.result;
    });
}

}  // namespace doorstep::usecases::triage
