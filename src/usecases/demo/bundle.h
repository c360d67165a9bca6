#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/cases/case_file.h"
#include "domain/contacts/contact.h"
#include "domain/people/people.h"
#include "domain/reports/report.h"
#include "domain/work/work_item.h"
#include "storage/contacts.h"
#include "storage/whole_chains.h"

namespace doorstep::usecases::demo {

/// Everything one story leaves in the database.
struct Bundle {
    struct NewPerson {
        domain::people::Person person;
        Instant created_at;
    };
    struct Handler {
        AccountId account;
        Instant first_at;
    };

    std::vector<NewPerson> people;
    std::vector<std::pair<std::string, domain::people::SafeContact>> safe_contacts;
    std::optional<domain::cases::CaseFile> file;
    std::vector<domain::people::CasePerson> parts;
    std::vector<domain::reports::Report> reports;
    std::vector<domain::contacts::Contact> contacts;
    std::vector<storage::contacts::StoredInterval> intervals;
    std::vector<std::pair<domain::work::WorkItem, Instant>> work_items;
    std::vector<Handler> handlers;
    std::string search_words;
    std::vector<storage::events::WholeChain> chains;
};

}  // namespace doorstep::usecases::demo
