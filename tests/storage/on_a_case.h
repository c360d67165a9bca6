#pragma once

#include <gtest/gtest.h>

#include "base/clock.h"
#include "domain/accounts/account.h"
#include "domain/cases/case_file.h"
#include "domain/people/people.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "support/databases.h"

namespace doorstep::test {

/// A database with one case, its officer and manager, and two people who reported. 10 June 2026, 10am.
class OnACase : public OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped()) return;
        database().write([&](storage::sql::Write& tx) {
            for (auto* account : {&officer, &manager}) {
                account->id = AccountId(ids.next());
                account->name = account == &officer ? "Dana Okafor" : "Marta Lindqvist";
                account->email = std::string(account->id.text()) + "@elmfield.example";
                storage::accounts::insert(tx, *account, clock.now());
            }
            file.id = CaseFileId(ids.next());
            file.reference = "ASB-26-00001";
            file.title = "Loud music, Acre Court";
            file.opened_on = file.raised_on = june(1);
            file.owner = officer.id;
            storage::cases::insert(tx, file);
            for (auto* part : {&ana, &ben}) {
                domain::people::Person person;
                person.id = PersonId(ids.next());
                person.name = part == &ana ? "Ana Silva" : "Ben Carter";
                storage::people::insert(tx, person, clock.now());
                part->id = CasePersonId(ids.next());
                part->case_file = file.id;
                part->person = person.id;
                part->joined_on = june(1);
                storage::people::insert(tx, *part);
            }
        });
    }

    static Date june(int day) { return *Date::of(2026, 6, day); }
    template <class Work>
    auto read(Work work) {
        return database().read([&](storage::sql::Read& tx) { return work(tx); });
    }
    template <class Work>
    auto write(Work work) {
        return database().write([&](storage::sql::Write& tx) { return work(tx); });
    }

    FixedClock clock{london_instant(june(10), {10, 0})};
    SeededIdSource ids{clock, 7};
    domain::accounts::Account officer;
    domain::accounts::Account manager;
    domain::cases::CaseFile file;
    domain::people::CasePerson ana;
    domain::people::CasePerson ben;
};

}  // namespace doorstep::test
