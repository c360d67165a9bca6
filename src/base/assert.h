#pragma once

#include <stdexcept>
#include <string>

/// An impossible state is a bug: it becomes a 500 with a reference, never a wrong answer.
#define DOORSTEP_ASSERT(condition, message)                                                                  \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            throw std::logic_error(std::string(__FILE__ ":") + std::to_string(__LINE__) + ": " + (message)); \
    } while (false)
