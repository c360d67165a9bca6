#include "usecases/demo/staff.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "usecases/demo/timed_ids.h"

namespace doorstep::usecases::demo {
namespace {

using domain::access::Role;

/// "doorstep demo", hashed once: a hash made each time would have another salt each time, and the demo would
/// not be the same twice.
constexpr std::string_view password_hash =
    "$argon2id$v=19$m=65536,t=2,p=1$PFaQpmDe3VcDbH5aaEviAw$8/m68OC1taKoLiLcoMtXm0LclOBT/58pthGMFr5cXgE";

/// Cases that came in within a year, for one officer.
constexpr std::int64_t cases_a_year = 170;

std::string office_telephone(Random& random) {
    return "01632 960 " + std::to_string(100 + random.below(900));
}

Employee employee(StaffMember const& member, TimedIds& ids, Instant at, Random& random) {
    Employee person;
    auto& account = person.account;
    account.id = AccountId(ids.at(at));
    account.name = member.name;
    account.email = member.email;
    account.job_title = member.job;
    account.telephone = office_telephone(random);
    account.roles.add(member.role);
    account.second_factor_required = false;
    if (member.signs_in) {
        account.password_hash = password_hash;
        account.is_demo = true;
    }
    person.role = member.role;
    person.care = member.care;
    return person;
}

/// Those who work on cases, and those who look after patches; the others belong to none.
std::optional<TeamId> team_of(Staff const& staff, Role role) {
    if (role == Role::asb_officer || role == Role::asb_manager || role == Role::business_support)
        return staff.teams.front().id;
    if (role == Role::housing_officer || role == Role::head_of_housing) return staff.teams.back().id;
    return std::nullopt;
}

/// As many more officers as the number of cases asks for.
std::vector<StaffMember> with_enough_officers(DemoData const& data, std::int64_t cases, double years,
                                              Random& random) {
    auto members = data.staff;
    auto const have = std::count_if(members.begin(), members.end(), [](auto const& m) {
        return m.role == Role::asb_officer && !m.left_after_years;
    });
    auto const wanted = std::min<std::int64_t>(
        300, static_cast<std::int64_t>(static_cast<double>(cases) / years) / cases_a_year);
    std::set<std::string> names;
    for (auto const& member : members) names.insert(member.name);
    for (auto n = static_cast<std::int64_t>(have); n < wanted;) {
        auto name = random.pick(data.given) + " " + random.pick(data.family);
        if (!names.insert(name).second) continue;
        StaffMember member{.name = name,
                           .email = text::lower_ascii(name),
                           .job = "ASB officer",
                           .role = Role::asb_officer,
                           .signs_in = false,
                           .care = 0.6 + 0.35 * random.unit(),
                           .left_after_years = {}};
        std::erase(member.email, '\'');
        std::replace(member.email.begin(), member.email.end(), ' ', '.');
        member.email += "@elmfield.example";
        members.push_back(std::move(member));
        ++n;
    }
    return members;
}

void add_absences(Staff& staff, TimedIds& ids, Random& random, Date start, Date as_of,
                  OfficeHours const& hours) {
    auto const add = [&](std::size_t who, Date from, int days, std::string note) {
        auto const& group =
            staff[who].role == Role::asb_officer ? staff.asb_officers : staff.housing_officers;
        auto cover = random.pick(group);
        while (cover == who || staff[cover].left_on) cover = random.pick(group);
        auto const recorded_at = hours.on(from.plus_days(-random.between(1, 40)), random);
        staff.absences.push_back({.id = std::string(ids.at(recorded_at).text()),
                                  .account = staff[who].account.id,
                                  .from_on = from,
                                  .until_on = from.plus_days(days),
                                  .cover = staff[cover].account.id,
                                  .note = std::move(note),
                                  .recorded_by = staff[who].account.id,
                                  .recorded_at = recorded_at});
        staff.people[who].away.push_back({{from, from.plus_days(days)}, cover});
    };
    auto officers = staff.asb_officers;
    officers.insert(officers.end(), staff.housing_officers.begin(), staff.housing_officers.end());
    for (auto const who : officers) {
        auto const last = staff[who].left_on.value_or(as_of);
        for (Date day = start.plus_days(random.between(20, 110)); day < last.plus_days(-20);
             day = day.plus_days(random.between(70, 150)))
            add(who, day, random.between(3, 15), "Annual leave");
        if (random.chance(0.25)) {
            auto const from =
                start.plus_days(random.between(100, std::max(101, days_between(start, last) - 60)));
            add(who, from, random.between(14, 45), "");
        }
    }
    // Two are away today, and one goes next week.
    if (staff.asb_officers.size() > 4) {
        add(staff.asb_officers[3], as_of.plus_days(-3), 12, "Annual leave");
        add(staff.asb_officers[5 % staff.asb_officers.size()], as_of.plus_days(6), 7, "Training");
    }
    if (staff.housing_officers.size() > 2)
        add(staff.housing_officers[2], as_of.plus_days(-1), 5, "Annual leave");
    std::sort(staff.absences.begin(), staff.absences.end(),
              [](auto const& a, auto const& b) { return a.id < b.id; });
}

}  // namespace

std::size_t Staff::at_work(std::size_t place, Date on) const {
    place = in_post(place, on);
    for (auto const& away : people[place].away)
        if (away.days.contains(on)) return in_post(away.cover, on);
    return place;
}

Staff make_staff(DemoData const& data, std::uint64_t seed, Date start, Date as_of, std::int64_t cases,
                 OfficeHours const& hours) {
    Random random(seed_of(seed, 1));
    TimedIds ids(seed_of(seed, 2));
    auto const began = hours.on(start.plus_days(-30), random);
    double const years = std::max(0.25, days_between(start, as_of) / 365.25);
    Staff staff;
    TimedIds team_ids(seed_of(seed, 3));
    for (auto const* name : {"Anti-social behaviour", "Neighbourhood housing"})
        staff.teams.push_back({.id = TeamId(team_ids.at(began)), .name = name});
    for (auto const& member : with_enough_officers(data, cases, years, random)) {
        auto person = employee(member, ids, began, random);
        person.account.team = team_of(staff, member.role);
        if (member.left_after_years) {
            auto const left = start.plus_days(static_cast<int>(*member.left_after_years * 365.25));
            if (left < as_of) {
                person.left_on = hours.on_or_after(left);
                person.account.state = domain::accounts::State::disabled;
            }
        }
        auto const place = staff.people.size();
        if (member.role == Role::asb_officer) staff.asb_officers.push_back(place);
        if (member.role == Role::asb_manager) staff.managers.push_back(place);
        if (member.role == Role::housing_officer) staff.housing_officers.push_back(place);
        if (member.role == Role::business_support) staff.business_support.push_back(place);
        if (member.role == Role::head_of_housing) staff.head = place;
        staff.people.push_back(std::move(person));
    }
    for (auto& person : staff.people) {
        if (!person.left_on) continue;
        auto const& group = person.role == Role::asb_officer ? staff.asb_officers : staff.housing_officers;
        do person.successor = random.pick(group);
        while (staff[person.successor].left_on);
    }
    add_absences(staff, ids, random, start, as_of, hours);
    return staff;
}

}  // namespace doorstep::usecases::demo
