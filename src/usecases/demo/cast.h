#pragma once

#include "domain/people/people.h"
#include "usecases/demo/stories.h"
#include "usecases/demo/timed_ids.h"

namespace doorstep::usecases::demo {

/// Somebody a story is about, before there is a case.
struct CastMember {
    domain::people::Person person;  ///< nil id for somebody nobody knows
    domain::people::SafeContact safe_contact;
    std::string safe_contact_id;
    domain::people::Part part = domain::people::Part::complainant;
    bool anonymous = false;
    std::string description;
    std::string vulnerabilities;
    std::size_t home = 0;  ///< place in Estate::addresses
    bool is_new = true;    ///< not a person of an earlier story

    bool is_known() const { return !person.id.is_nil(); }
};

struct Cast {
    std::vector<CastMember> members;  ///< who reported first
    std::size_t place = 0;            ///< where it happens: place in Estate::addresses
    bool reporter_unknown = false;    ///< an anonymous report: nobody to ring
};

/// The same every time it is asked for, so that a later story can be about the same people.
Cast cast_of(World const& world, Stories const& stories, Story const& story);

}  // namespace doorstep::usecases::demo
