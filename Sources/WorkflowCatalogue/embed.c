#include "include/WorkflowCatalogue.h"
