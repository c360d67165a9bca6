#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/interventions/intervention.h"
#include "storage/case_overview.h"
#include "storage/interventions.h"
#include "usecases/context.h"

namespace doorstep::usecases::interventions {

struct StepLine {
    storage::interventions::Named named;
    std::string label;  ///< of the catalogue: "Written warning"
};

/// The steps taken on a case (C17), newest first.
struct InterventionsView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    std::vector<StepLine> steps;
    int total = 0;
    int page = 1;
    int pages = 1;
    bool may_work = false;
};
constexpr int steps_a_page = 25;
Expected<InterventionsView> view_interventions(Context& context, std::string_view reference, int page);

/// One step.
struct InterventionView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    StepLine line;
    domain::interventions::Kind kind{};
    bool may_work = false;
};
Expected<InterventionView> view_intervention(Context& context, std::string_view reference, InterventionId id);

/// What may be recorded today, without the legal steps.
struct CatalogueView {
    std::string reference;
    struct Entry {
        domain::interventions::CatalogueEntry entry;
        std::string label;
    };
    std::vector<Entry> entries;
};
Expected<CatalogueView> view_catalogue(Context& context, std::string_view reference);

/// What the form of one step needs. Refused as in find_step.
struct InterventionForm {
    std::string reference;
    domain::interventions::CatalogueEntry entry;
    std::string label;
    struct Person {
        CasePersonId id;
        std::string words;  ///< "Ivo Marsh, person complained about"
    };
    std::vector<Person> people;  ///< on the case; for enforcement those complained about first
    bool asks_for_fairness = false;
};
Expected<InterventionForm> view_intervention_form(Context& context, std::string_view reference,
                                                  std::string_view code);

}  // namespace doorstep::usecases::interventions
