#include "legal/law.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "base/assert.h"
#include "legal/law_data.h"

namespace doorstep::legal {
namespace {

/// Calls `use` with every dated row there is: provisions and the rules of the other tables.
template <class Use>
void each_rule(LawData& data, Use&& use) {
    for (auto& row : data.provisions) use(row);
    for (auto& power : data.powers)
        for (auto& row : power.rows) use(row.rule);
    for (auto& row : data.requirements) use(row.rule);
    for (auto& row : data.consequences) use(row.rule);
}

void start(Provision& row, Commencement const& commencement) {
    row.is_pending = false;
    row.in_force_from = commencement.in_force_from;
    row.started = commencement;
    if (row.unit == ProvisionUnit::date) row.value = commencement.in_force_from.iso();
}

bool is_meant(Provision const& row, Commencement const& commencement) {
    return row.is_pending && row.id == commencement.id &&
           (!commencement.tenancy || row.tenancy == commencement.tenancy);
}

/// The rows of the old law end where the new one starts.
void end_old_rows(std::vector<Provision>& rows, Provision const& started) {
    for (auto& row : rows) {
        bool const is_old = !row.is_pending && &row != &started && row.id == started.id &&
                            (!row.tenancy || !started.tenancy || row.tenancy == started.tenancy) &&
                            (!row.in_force_from || *row.in_force_from < *started.in_force_from);
        if (is_old && (!row.in_force_until || *row.in_force_until > *started.in_force_from))
            row.in_force_until = started.in_force_from;
    }
}

Expected<Done> apply(LawData& data, Commencement const& commencement) {
    std::vector<Provision*> started;
    for (auto& row : data.provisions)
        if (is_meant(row, commencement)) started.push_back(&row);
    if (started.empty())
        return refuse(RefusalKind::invalid, "law-not-pending",
                      fmt::format("{} has no row that waits for a start date", commencement.id));
    if (started.size() > 1)
        return refuse(RefusalKind::invalid, "law-not-pending",
                      fmt::format("{} has several rows that wait for a start date: say for which tenancies",
                                  commencement.id));
    for (auto const& row : data.provisions) {
        bool const is_later = row.id == commencement.id && !row.is_pending && row.in_force_from &&
                              started.front()->applies_to(row.tenancy.value_or(Tenancy::social)) &&
                              *row.in_force_from >= commencement.in_force_from;
        if (is_later)
            return refuse(RefusalKind::invalid, "law-too-early",
                          fmt::format("{} cannot start before the row it follows: it must be after {}",
                                      commencement.id, date_words(*row.in_force_from)));
    }
    start(*started.front(), commencement);
    each_rule(data, [&](Provision& row) {
        if (row.is_pending && row.starts_with == commencement.id) start(row, commencement);
    });
    for (auto& row : data.provisions)
        if (row.started && row.started->id == commencement.id &&
            row.in_force_from == commencement.in_force_from)
            end_old_rows(data.provisions, row);
    return Done{};
}

LawData const& shipped_data() {
    static LawData const data = read_embedded_law();
    return data;
}

}  // namespace

void LawData::index() {
    std::stable_sort(provisions.begin(), provisions.end(), [](Provision const& a, Provision const& b) {
        return std::tie(a.subject, a.id, a.is_pending, a.in_force_from, a.tenancy) <
               std::tie(b.subject, b.id, b.is_pending, b.in_force_from, b.tenancy);
    });
    by_id.clear();
    for (auto const& row : provisions) by_id[row.id].push_back(&row);
}

Law LawParts::make(LawData data) {
    auto made = std::make_shared<LawData>(std::move(data));
    made->index();
    return Law(std::move(made));
}

Law Law::shipped() {
    static Law const law = LawParts::make(shipped_data());
    return law;
}

Expected<Law> Law::with(Standards const& standards, std::vector<Commencement> commencements) {
    auto data = shipped_data();
    data.standards = standards;
    std::stable_sort(commencements.begin(), commencements.end(),
                     [](auto const& a, auto const& b) { return a.in_force_from < b.in_force_from; });
    for (auto const& commencement : commencements)
        if (auto const done = apply(data, commencement); !done) return refuse(done.error());
    return LawParts::make(std::move(data));
}

Expected<Law> Law::with_commencements(std::vector<Commencement> commencements) {
    return with(Standards::defaults(), std::move(commencements));
}

Law Law::reordered(unsigned seed) const {
    auto data = *data_;
    std::minstd_rand random(seed);
    auto const mix = [&](auto& rows) { std::shuffle(rows.begin(), rows.end(), random); };
    mix(data.provisions);
    mix(data.powers);
    mix(data.requirements);
    mix(data.consequences);
    mix(data.terms);
    auto made = std::make_shared<LawData>(std::move(data));
    made->by_id.clear();
    for (auto const& row : made->provisions) made->by_id[row.id].push_back(&row);
    return Law(std::move(made));
}

Provision const* Law::on(std::string_view id, Date date, Nation nation, Tenancy tenancy) const {
    auto const found = data_->by_id.find(id);
    if (found == data_->by_id.end()) return nullptr;
    for (auto const* row : found->second)
        if (row->is_in_force(date) && row->extends_to(nation) && row->applies_to(tenancy)) return row;
    return nullptr;
}

int Law::number(std::string_view id, Date date, Nation nation, Tenancy tenancy) const {
    auto const* row = on(id, date, nation, tenancy);
    DOORSTEP_ASSERT(row != nullptr && row->number, fmt::format("no {} was in force on {}", id, date.iso()));
    return *row->number;
}

bool Law::knows(std::string_view id) const {
    auto const& ids = standard_ids::all;
    return data_->by_id.contains(id) || std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<Provision> const& Law::provisions() const { return data_->provisions; }

std::vector<Provision const*> Law::rows_of(std::string_view id) const {
    auto const found = data_->by_id.find(id);
    return found == data_->by_id.end() ? std::vector<Provision const*>() : found->second;
}

std::vector<LawSubject> const& Law::subjects() const { return data_->subjects; }
std::vector<LawName> Law::bodies() const { return data_->bodies; }
std::vector<LawName> Law::landlords() const { return data_->landlords; }
std::vector<LawName> Law::circumstances() const { return data_->circumstances; }
std::vector<LawName> Law::events() const { return data_->events; }
Standards const& Law::standards() const { return data_->standards; }

std::vector<LawName> Law::powers() const {
    std::vector<LawName> names;
    for (auto const& power : data_->powers) names.push_back({power.id, power.title});
    return names;
}

std::vector<LawName> Law::term_kinds() const {
    std::vector<LawName> names;
    for (auto const& row : data_->terms)
        if (names.empty() || names.back().code != row.kind) names.push_back({row.kind, row.title});
    return names;
}

std::string Law::body_title(std::string_view code) const {
    for (auto const& body : data_->bodies)
        if (body.code == code) return body.title;
    return std::string(code);
}

ProvisionUsed used(Provision const& provision) {
    return {provision.id,
            provision.value,
            std::string(name_of(provision.unit)),
            provision.source,
            provision.evidence,
            provision.evidence_marks,
            provision.in_force_from,
            provision.is_pending};
}

std::optional<Refusal> too_far_away(Date day) {
    constexpr int first_year = 1000;
    constexpr int last_year = 9000;
    if (day.year() >= first_year && day.year() <= last_year) return std::nullopt;
    return Refusal(RefusalKind::invalid, "law-impossible",
                   fmt::format("{} is too far away to be counted from", day.iso()));
}

tl::unexpected<Refusal> unknown_law_id(std::string_view what, std::string_view id) {
    return refuse(RefusalKind::not_found, "law-id-unknown", fmt::format("There is no {} \"{}\"", what, id));
}

}  // namespace doorstep::legal
