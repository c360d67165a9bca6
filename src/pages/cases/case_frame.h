#pragma once

#include <string>
#include <string_view>

#include "domain/cases/case_file.h"
#include "govuk/tag.h"
#include "pages/visit.h"
#include "storage/case_overview.h"

/// What is around every page of a case: its sections as links, the way back, its reference.
namespace doorstep::pages::cases {

enum class Section { overview, people, incidents, evidence, risk, plan, action, file };

std::string case_address(std::string_view reference);

/// MoJ Sub navigation: real links with counts. `active` is the section this page belongs to.
Html case_navigation(std::string_view reference, storage::cases::SectionCounts const& counts, Section active);

/// What a page inside a case has to say of itself.
struct CasePage {
    std::string reference;
    Section section = Section::overview;
    std::string title;  ///< the h1: "People", "Record a contact". No names
    /// Below the h1.
    Html body;
    bool has_errors = false;
    /// Two thirds of the width, the measure for reading and forms.
    bool narrow = false;
    /// Which page of its section it is, such as "/contacts" beside the plan; the section's own when empty.
    std::string_view part = {};
    /// Whether the links to the file's history are of use to the viewer.
    bool may_see_history = true;
};

/// The pages of a section beside one another, such as Plan and Contact log; nothing for a section of one
/// page.
Html section_parts(std::string_view reference, Section section, std::string_view active,
                   bool may_see_history);

/// A page of a section: breadcrumbs, navigation, its parts, h1 with the reference above it, body.
Page section_page(CasePage page, storage::cases::SectionCounts const& counts);

/// A form of a case: breadcrumbs, error summary, h1 with the reference above it, body; no navigation, so that
/// nothing leads away from a half-filled form by accident.
Page form_page(CasePage page, Html const& problem_summary = {});

/// "Open", "Paused", "Waiting for approval to close", "Closed".
govuk::Tag stage_tag(domain::cases::State state);
/// "High risk", "Risk not assessed".
govuk::Tag risk_tag(std::optional<domain::cases::RiskBand> band, domain::cases::BeforeAssessment before);

}  // namespace doorstep::pages::cases
