#pragma once

#include <optional>
#include <vector>

#include "domain/accounts/account.h"
#include "domain/accounts/team.h"
#include "storage/absences.h"
#include "usecases/demo/demo_data.h"
#include "usecases/demo/office_hours.h"

namespace doorstep::usecases::demo {

/// Somebody who works at, or with, the landlord.
struct Employee {
    domain::accounts::Account account;
    domain::access::Role role{};
    double care = 0.8;            ///< how well promises are kept
    std::optional<Date> left_on;  ///< their cases went to `successor`
    std::size_t successor = 0;
    struct Away {
        Period days;
        std::size_t cover = 0;
    };
    std::vector<Away> away;
};

struct Staff {
    std::vector<domain::accounts::Team> teams;  ///< sorted by name
    std::vector<Employee> people;
    std::vector<std::size_t> asb_officers;  ///< places in `people`
    std::vector<std::size_t> housing_officers;
    std::vector<std::size_t> managers;
    std::vector<std::size_t> business_support;
    std::size_t head = 0;
    std::vector<storage::absences::Absence> absences;

    Employee const& operator[](std::size_t place) const { return people[place]; }
    /// Who does this person's work on the day: they, or whoever followed them.
    std::size_t in_post(std::size_t place, Date on) const {
        auto const& person = people[place];
        return person.left_on && on >= *person.left_on ? person.successor : place;
    }
    /// The same, or who covers for them on the day.
    std::size_t at_work(std::size_t place, Date on) const;
};

/// The people of demo/staff.toml, with more officers where there are more cases than those could carry.
Staff make_staff(DemoData const& data, std::uint64_t seed, Date start, Date as_of, std::int64_t cases,
                 OfficeHours const& hours);

}  // namespace doorstep::usecases::demo
