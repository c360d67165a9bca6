#include "usecases/triage/find_matches.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "domain/find/name_likeness.h"
#include "storage/people.h"
#include "storage/places.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::people::SafeContact;
using domain::reports::Report;
using storage::case_list::ListedCase;
using storage::reports::ListedReport;
namespace person_search = storage::person_search;
namespace case_list = storage::case_list;

namespace {

constexpr int most_candidates = 60;
constexpr std::size_t people_kept = 8;
constexpr int cases_looked_at = 40;
constexpr int reports_looked_at = 60;
constexpr std::size_t matches_shown = 12;

void add_reason(std::vector<Reason>& reasons, Reason reason) {
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
}

LikelyReporter& reporter_for(std::vector<LikelyReporter>& people, person_search::Candidate const& candidate) {
    for (auto& person : people)
        if (person.id == candidate.id) return person;
    people.push_back({.id = candidate.id,
                      .name = candidate.name,
                      .address = candidate.address_text,
                      .reasons = {},
                      .parts = {}});
    return people.back();
}

/// Reasons kept in their own order, which is that of their weight.
void in_order(std::vector<Reason>& reasons) { std::sort(reasons.begin(), reasons.end()); }

template <class Match>
void strongest_first(std::vector<Match>& matches) {
    for (auto& match : matches) in_order(match.reasons);
    std::erase_if(matches,
                  [](Match const& match) { return !domain::triage::is_worth_showing(match.reasons); });
    std::stable_sort(matches.begin(), matches.end(), [](Match const& a, Match const& b) {
        return domain::triage::strength(a.reasons) > domain::triage::strength(b.reasons);
    });
    if (matches.size() > matches_shown) matches.resize(matches_shown);
}

/// Gathers cases by what they have in common with the report; their facts are read in one go at the end.
class Cases {
  public:
    void add(CaseFileId id, Reason reason, std::string because = "") {
        auto& found = found_[id];
        add_reason(found.reasons, reason);
        if (found.because.empty()) found.because = std::move(because);
    }
    std::vector<CaseFileId> ids() const {
        std::vector<CaseFileId> all;
        for (auto const& [id, found] : found_) all.push_back(id);
        return all;
    }
    std::vector<MatchingCase> matches(std::vector<ListedCase> listed, std::string_view category) const {
        std::vector<MatchingCase> made;
        for (auto& one : listed) {
            auto const found = found_.find(one.id);
            if (found == found_.end()) continue;
            MatchingCase match{
                .listed = std::move(one), .reasons = found->second.reasons, .because = found->second.because};
            if (match.listed.category == category) add_reason(match.reasons, Reason::same_kind);
            if (!match.listed.is_closed()) add_reason(match.reasons, Reason::still_open);
            made.push_back(std::move(match));
        }
        return made;
    }

  private:
    struct Found {
        std::vector<Reason> reasons;
        std::string because;
    };
    std::map<CaseFileId, Found> found_;
};

void add_cases_of_place(storage::sql::Read& tx, storage::CaseScope const& scope, Report const& report,
                        Date today, Cases& cases) {
    if (!report.address) return;
    auto const address = storage::places::find_address(tx, *report.address);
    case_list::Filter filter;
    filter.today = today;
    filter.stage = case_list::Stage::all;
    bool const by_block = address && address->block;
    if (by_block)
        filter.block = address->block;
    else
        filter.address = report.address;
    for (auto const& listed : case_list::list(tx, scope, filter,
                                              {.sort = case_list::SortBy::opened,
                                              .direction = case_list::Direction::down,
                                              .limit = cases_looked_at}))
        cases.add(listed.id, !by_block || listed.address == report.address ? Reason::same_address
                                                                           : Reason::same_building);
}

void add_cases_of_people(std::vector<LikelyReporter> const& people, Cases& cases) {
    for (auto const& person : people)
        for (auto const& part : person.parts)
            for (auto const reason : person.reasons)
                cases.add(part.case_file, reason,
                          person.name + ", " + text::lower_ascii(words_of(part.part)));
}

std::vector<MatchingReport> matching_reports(storage::sql::Read& tx,
                                             storage::reports::ReportScope const& scope, Report const& report,
                                             Cases& cases) {
    std::vector<ListedReport> found;
    if (!report.postcode.empty())
        found = storage::reports::of_postcode(tx, scope, report.postcode, report.id, reports_looked_at);
    else if (report.address)
        found = storage::reports::of_address(tx, scope, *report.address, report.id, reports_looked_at);
    std::vector<MatchingReport> matches;
    for (auto& listed : found) {
        auto const& other = listed.report;
        std::vector<Reason> reasons;
        bool const same_address = report.address && other.address == report.address;
        reasons.push_back(same_address ? Reason::same_address : Reason::same_postcode);
        if (report.reporter && other.reporter == report.reporter)
            reasons.push_back(Reason::same_person);
        else if (!report.reporter_name.empty() && !other.reporter_name.empty() &&
                 domain::find::name_likeness(report.reporter_name, other.reporter_name) >=
                     domain::find::alike)
            reasons.push_back(Reason::similar_name);
        if (other.category == report.category) reasons.push_back(Reason::same_kind);
        if (!other.is_settled()) reasons.push_back(Reason::still_open);
        // A report that became part of a case speaks for the case.
        if (other.case_file) cases.add(*other.case_file, reasons.front());
        matches.push_back({.listed = std::move(listed), .reasons = std::move(reasons)});
    }
    return matches;
}

}  // namespace

std::optional<SafeContact> safe_contact_of(storage::sql::Read& tx, Report const& report) {
    if (!report.safe_contact_id) return std::nullopt;
    auto found = storage::people::find_safe_contacts(tx, {*report.safe_contact_id});
    if (found.empty()) return std::nullopt;
    return std::move(found.begin()->second);
}

std::vector<LikelyReporter> likely_reporters(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                             Report const& report,
                                             std::optional<SafeContact> const& safe_contact) {
    if (!domain::access::may(viewer, Action::see_protected_details)) return {};
    auto const scope = storage::case_scope(viewer, Action::see_protected_details);
    std::vector<LikelyReporter> people;
    if (safe_contact) {
        auto const digits = storage::people::digits_of(safe_contact->telephone);
        if (digits.size() >= 9)
            for (auto const& candidate : person_search::with_telephone(tx, scope, digits, most_candidates))
                add_reason(reporter_for(people, candidate).reasons, Reason::same_telephone);
        else if (!safe_contact->email.empty())
            for (auto const& candidate :
                 person_search::with_email(tx, scope, text::fold(safe_contact->email), most_candidates))
                add_reason(reporter_for(people, candidate).reasons, Reason::same_email);
    }
    if (!report.reporter_name.empty())
        for (auto const& candidate : person_search::who_sound_like(
                 tx, scope, text::phonetic_keys(report.reporter_name), most_candidates))
            if (domain::find::name_likeness(report.reporter_name, candidate.name) >= domain::find::alike)
                add_reason(reporter_for(people, candidate).reasons, Reason::similar_name);
    for (auto& person : people) {
        if (person.id == report.reporter) add_reason(person.reasons, Reason::same_person);
        in_order(person.reasons);
    }
    std::stable_sort(people.begin(), people.end(), [](LikelyReporter const& a, LikelyReporter const& b) {
        return domain::triage::strength(a.reasons) > domain::triage::strength(b.reasons);
    });
    if (people.size() > people_kept) people.resize(people_kept);
    std::vector<PersonId> ids;
    for (auto const& person : people) ids.push_back(person.id);
    for (auto& part : person_search::parts_in_cases(tx, scope, ids))
        for (auto& person : people)
            if (person.id == part.person) person.parts.push_back(part);
    return people;
}

Expected<MatchesView> find_matches(Context& context, ReportId id) {
    auto& tx = context.read();
    if (auto allowed = context.require(Action::see_triage); !allowed) return refuse(allowed.error());
    auto const report_scope = storage::reports::report_scope(context.viewer);
    auto listed = storage::reports::find_listed_shortly(tx, id, report_scope);
    if (!listed)
        return refuse(RefusalKind::not_found, "report-not-found", "There is no report here that you can see");
    MatchesView view;
    view.may_decide =
        domain::access::may(context.viewer, Action::decide_triage) && !listed->report.is_settled();
    view.report = std::move(*listed);
    auto const& report = view.report.report;

    Cases cases;
    view.reports = matching_reports(tx, report_scope, report, cases);
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    add_cases_of_place(tx, scope, report, context.today, cases);
    add_cases_of_people(likely_reporters(tx, context.viewer, report, safe_contact_of(tx, report)), cases);
    view.cases = cases.matches(case_list::list(tx, scope, cases.ids()), report.category);
    // The case it is in already is no suggestion.
    std::erase_if(view.cases, [&](MatchingCase const& match) { return match.listed.id == report.case_file; });
    strongest_first(view.cases);
    strongest_first(view.reports);
    context.note_view("report", report.case_file, report.id.text());
    return view;
}

}  // namespace doorstep::usecases::triage
